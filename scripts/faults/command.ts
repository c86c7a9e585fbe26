import { parseArgs } from 'node:util'
import { runKill } from './kill.ts'
import { runModel } from './model.ts'
import { runSchedules } from './schedules.ts'
import { runStock } from './stock.ts'
import type { DatabaseKind } from './target.ts'

const help = `npm run faults -- WHAT [options]

  schedules  whole checkouts through a proxy with faults, audited by SQL
             --runs 200 --seed 1 --db pglite|postgres --parallel 24
  stock      many buyers want the last pieces at the same moment; a naive shop beside it must oversell
             --buyers 1000 --units 100 --servers 4
  kill       the server is killed without a word while people buy
             --times 50 --seed 1 --db pglite|postgres
  model      core in made-up stories of several tabs, storage that fails, clocks that jump
             --runs 20000 --seed 1

Everything happens on this machine's loopback, with data bases of its own, and ends by itself.
The exit code is 0 when everything held.`

type Numbers = (
  name: 'runs' | 'seed' | 'parallel' | 'buyers' | 'units' | 'servers' | 'times',
  otherwise: number,
) => number

/** Each answers whether everything held. */
const commands: Record<string, (number: Numbers, db: DatabaseKind) => Promise<boolean>> = {
  async schedules(number, db) {
    const runs = number('runs', 200)
    const seed = number('seed', 1)
    const report = await runSchedules({
      runs,
      seed,
      db,
      parallel: number('parallel', 24),
      print: console.log,
    })
    const faults = Object.entries(report.faults).map(([kind, count]) => `${count} ${kind}`)
    console.log(
      `${runs} schedules on ${db}, seeds ${seed} to ${seed + runs - 1}: ${report.failed.length} failed; ` +
        `${report.requests} requests (${faults.join(', ')}), ${report.orders} orders, ${report.seconds.toFixed(1)} s`,
    )
    return report.failed.length === 0
  },

  async stock(number) {
    const options = {
      buyers: number('buyers', 1000),
      units: number('units', 100),
      servers: number('servers', 4),
    }
    const report = await runStock({ ...options, print: console.log })
    console.log(
      `${options.units} pieces, ${options.buyers} buyers, ${options.servers} servers: ${report.sold} sold, ` +
        `${report.refused} told "sold out", ${report.milliseconds} ms; the naive shop sold ${report.naiveSold}`,
    )
    return told(report.problems)
  },

  async kill(number, db) {
    const times = number('times', 50)
    const seed = number('seed', 1)
    const report = await runKill({ times, seed, db, print: console.log })
    const { operations, orders, back, refused } = report
    console.log(
      `${times} kills on ${db}, seed ${seed}: of ${operations} acknowledged operations and ${orders} orders none ` +
        `may be missing: ${report.problems.length} problems; back after ${spread(back)}` +
        (refused.length > 0 ? `; a second opener is refused after ${spread(refused)}` : ''),
    )
    return told(report.problems)
  },

  async model(number) {
    const runs = number('runs', 20_000)
    const seed = number('seed', 1)
    const { failure, steps, seconds } = await runModel({ runs, seed, print: console.log })
    console.log(
      `${runs} stories of ${steps} steps, seed ${seed}: ${failure ? 1 : 0} failed, ${seconds.toFixed(1)} s`,
    )
    return told(
      failure ? [`path ${failure.path}: ${failure.reason}\n  ${JSON.stringify(failure.story)}`] : [],
    )
  },
}

/** Answers with the exit code: 1 when something did not hold, 2 when it was called wrongly. */
export async function runFaults(args: string[]): Promise<number> {
  try {
    return await run(args)
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    console.error(`${error.message} Try --help.`)
    return 2
  }
}

async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      ...{ runs: text, seed: text, db: text, parallel: text },
      ...{ buyers: text, units: text, servers: text, times: text },
    },
  })
  const number: Numbers = (name, otherwise) => {
    const value = Number(values[name] ?? otherwise)
    if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`--${name} is a whole number from 1.`)
    return value
  }
  const { db = 'pglite' } = values
  if (db !== 'pglite' && db !== 'postgres') throw new RangeError('--db is pglite or postgres.')
  const command = commands[positionals[0] ?? '']
  if (values.help || !command) {
    console.log(help)
    return values.help ? 0 : 2
  }
  return (await command(number, db)) ? 0 : 1
}

function told(problems: string[]): boolean {
  for (const problem of problems.slice(0, 20)) console.log(`✗ ${problem}`)
  return problems.length === 0
}

/** The smallest, the middle, the 95th of a hundred and the largest. */
function spread(sorted: number[]): string {
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  return `${at(0)}–${at(1)} ms (half within ${at(0.5)}, 95 % within ${at(0.95)})`
}
