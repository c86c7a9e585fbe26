import { auditShop } from '../../packages/server/src/index.ts'
import { type Limit, limits } from './hosts/limits.ts'
import { playStory } from './hosts/play-story.ts'
import { buildStage } from './hosts/stage.ts'
import { makeStory } from './hosts/story.ts'
import { faultsConfig } from './target.ts'

export interface HostsOptions {
  runs: number
  /** The first story's; each next one has the next number. */
  seed: number
  /** How many pages are open at once. */
  parallel?: number
  print?: (line: string) => void
}

export interface HostsReport {
  failed: number[]
  /** Calls of the bridge that met a fault. */
  faults: number
  /** The longest wait of each kind, in milliseconds; see `limits`. */
  waits: Record<Limit, number>
  problems: string[]
  seconds: number
}

/** Pieces of each product: more than one buyer taps. */
const stock = 10

/** Plays purchases in a real browser on all emulated hosts, each with faults by chance, and audits the books. */
export async function runHosts(options: HostsOptions): Promise<HostsReport> {
  const { runs, seed, parallel = 4, print = () => {} } = options
  const started = Date.now()
  const seeds = Array.from({ length: runs }, (_, index) => seed + index)
  const productOf = (each: number) => `p${each}`
  const stage = await buildStage(Object.fromEntries(seeds.map((each) => [productOf(each), stock])))
  const waits = { launch: 0, tap: 0, kept: 0, order: 0, outcome: 0 }
  const report: HostsReport = { failed: [], faults: 0, waits, problems: [], seconds: 0 }
  const waiting = [...seeds]
  let done = 0
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const story = makeStory(next)
      const played = await playStory(stage, story, { number: 1_000_000 + next, product: productOf(next) })
      report.faults += played.faults
      for (const each of Object.keys(limits) as Limit[])
        waits[each] = Math.max(waits[each], played.waits[each])
      if (played.problems.length > 0) {
        report.failed.push(next)
        print(
          `✗ seed ${next}\n  ${played.problems.join('\n  ')}\n  ${JSON.stringify(story)}\n  ${played.steps.join('\n  ')}`,
        )
      }
      done += 1
      if (done % 50 === 0) print(`  ${done} of ${runs} purchases, ${report.failed.length} failed`)
    }
  }
  try {
    await Promise.all(Array.from({ length: parallel }, work))
    const initialStock = Object.fromEntries(seeds.map((each) => [`${productOf(each)}-v`, stock]))
    const violations = await auditShop(stage.database, faultsConfig.shop.id, { initialStock })
    report.problems.push(...violations.map(({ invariant, what, id }) => `${invariant}: ${what} (${id})`))
    report.problems.push(...stage.faults.map((fault) => `the server failed: ${String(fault)}`))
  } finally {
    await stage.close()
  }
  return { ...report, seconds: (Date.now() - started) / 1000 }
}
