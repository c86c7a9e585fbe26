import { parseArgs } from 'node:util'
import { hostNames } from '../../packages/emulator/src/index.ts'
import { runControl, runCrashpoints } from './crashpoints/run-crashpoints.ts'
import { limits } from './hosts/limits.ts'
import { runKill } from './kill.ts'
import { routeNames } from './malformed/odd-request.ts'
import { runHostileFeeds } from './malformed/run-hostile-feeds.ts'
import { type MalformedReport, runMalformed } from './malformed/run-malformed.ts'
import { runModel } from './model.ts'
import { runHosts } from './run-hosts.ts'
import { runSchedules } from './schedules.ts'
import { runStock } from './stock.ts'
import { runSuite } from './suite.ts'
import type { DatabaseKind } from './target.ts'

const help = `npm run faults -- WHAT [options]

  schedules  whole checkouts through a proxy with faults, audited by SQL
             --runs 10000 --seed 1 --db pglite|postgres --parallel 24
  crashpoints  the server dies at every statement and every call of a purchase, and life goes on in four ways
             --db pglite|postgres
  stock      many buyers want the last pieces at the same moment; a naive shop beside it must oversell
             --buyers 1000 --units 100 --servers 4
  kill       the server is killed without a word while people buy
             --times 200 --seed 1 --db pglite|postgres
  model      core in made-up stories of several tabs, storage that fails, clocks that jump
             --runs 20000 --seed 1
  suite      all tests of the server on PGlite, on PostgreSQL, and on a PostgreSQL that refuses commits and has no
             SKIP LOCKED, as distributed data bases do: the same results
  malformed  requests that do not fit, to every route; feeds that nobody means well with; feeds from inside
             --each 20000 --seed 1 --megabytes 100
  hosts      purchases in a real browser on each emulated network and client, with its known faults by chance
             --runs 500 --seed 1 --parallel 4

Everything happens on this machine's loopback, with data bases of its own, and ends by itself.
The exit code is 0 when everything held.`

const names = [
  ...(['runs', 'seed', 'parallel', 'buyers', 'units', 'servers', 'times'] as const),
  ...(['each', 'megabytes'] as const),
] as const

type Numbers = (name: (typeof names)[number], otherwise: number) => number

/** Each answers whether everything held. */
const commands: Record<string, (number: Numbers, db: DatabaseKind) => Promise<boolean>> = {
  async schedules(number, db) {
    const runs = number('runs', 10_000)
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

  async crashpoints(_number, db) {
    const report = await runCrashpoints({ db, print: console.log })
    const control = await runControl(db)
    const points = Object.values(report.points).reduce((sum, count) => sum + count, 0)
    const each = Object.entries(report.points).map(([name, count]) => `${count} ${name}`)
    console.log(
      `${points} points on ${db} (${each.join(', ')}) in four ways make ${report.deaths} deaths: ` +
        `${report.problems.length} failed, ${report.missed} points not passed again, ${report.seconds.toFixed(1)} s; without transactions ` +
        `${control.caught} of ${control.deaths} leave something wrong`,
    )
    const blind = control.caught === 0 ? ['without transactions nothing is wrong: this proves nothing'] : []
    return told([...report.problems, ...blind])
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
    const times = number('times', 200)
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

  async suite() {
    const { tests, problems } = await runSuite({ print: console.log })
    console.log(`${tests} tests on each of three data bases: ${problems.length} did not pass on all of them`)
    return told(problems)
  },

  async malformed(number) {
    const each = number('each', 20_000)
    const seed = number('seed', 1)
    const report = await runMalformed({ each, seed, print: console.log })
    for (const line of table(report.answers)) console.log(line)
    const grown = (report.growth / 1024 / 1024).toFixed(1)
    console.log(
      `${each} requests to each of ${routeNames.length} routes, seed ${seed}: the slowest answer after ` +
        `${Math.round(report.slowest)} ms, the server grew by ${grown} MB, ${report.seconds.toFixed(1)} s`,
    )
    const feeds = await runHostileFeeds(number('megabytes', 100))
    console.log(
      `${feeds.feeds} hostile feeds: the slowest, "${feeds.slowest.name}", took ` +
        `${Math.round(feeds.slowest.milliseconds)} ms of processor time, all of them ` +
        `${Math.round(feeds.peak / 1024 / 1024)} MB; ${feeds.addresses} addresses that lead inside`,
    )
    return told([...report.problems, ...feeds.problems])
  },

  async hosts(number) {
    const runs = number('runs', 500)
    const seed = number('seed', 1)
    const report = await runHosts({ runs, seed, parallel: number('parallel', 4), print: console.log })
    const waits = Object.entries(limits).map(
      ([name, limit]) => `${name} ${report.waits[name as keyof typeof limits]} of ${limit}`,
    )
    console.log(
      `${runs} purchases on ${hostNames.length} hosts, seeds ${seed} to ${seed + runs - 1}: ` +
        `${report.failed.length} failed, ${report.late} played again; ${report.faults} calls with faults; the longest waits in ms: ` +
        `${waits.join(', ')}; ${report.seconds.toFixed(1)} s`,
    )
    return told(report.problems) && report.failed.length === 0
  },
}

function table(answers: MalformedReport['answers']): string[] {
  const columns = ['2xx', '3xx', '4xx', '5xx', 'none']
  const line = (name: string, cells: (string | number)[]) =>
    `  ${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(8)).join('')}`
  const rows = Object.entries(answers).map(([name, counts]) =>
    line(
      name,
      columns.map((column) => counts[column] ?? 0),
    ),
  )
  return [line('', columns), ...rows]
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
      db: text,
      ...(Object.fromEntries(names.map((name) => [name, text])) as Record<
        (typeof names)[number],
        typeof text
      >),
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
