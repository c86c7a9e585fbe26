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
  /** How many were late at first, and were played once more alone. */
  late: number
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
  const products = seeds.flatMap((each) => [productOf(each), `${productOf(each)}-again`])
  const stage = await buildStage(Object.fromEntries(products.map((product) => [product, stock])))
  const waits = { launch: 0, tap: 0, kept: 0, order: 0, outcome: 0 }
  const report: HostsReport = { failed: [], late: 0, faults: 0, waits, problems: [], seconds: 0 }
  const waiting = [...seeds]
  const late: number[] = []
  let done = 0
  const play = async (each: number, again: boolean) => {
    const story = makeStory(each)
    const played = await playStory(stage, story, {
      number: (again ? 2_000_000 : 1_000_000) + each,
      product: `${productOf(each)}${again ? '-again' : ''}`,
    })
    report.faults += played.faults
    if (played.late && !again) return void late.push(each)
    for (const name of Object.keys(limits) as Limit[]) waits[name] = Math.max(waits[name], played.waits[name])
    if (played.problems.length === 0) return
    report.failed.push(each)
    const lines = [`✗ seed ${each}`, ...played.problems, JSON.stringify(story), ...played.steps]
    print(lines.join('\n  '))
  }
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await play(next, false)
      done += 1
      if (done % 50 === 0)
        print(`  ${done} of ${runs} purchases, ${report.failed.length} failed, ${late.length} late`)
    }
  }
  try {
    await Promise.all(Array.from({ length: parallel }, work))
    for (const each of late) await play(each, true)
    report.late = late.length
    const initialStock = Object.fromEntries(products.map((product) => [`${product}-v`, stock]))
    const violations = await auditShop(stage.database, faultsConfig.shop.id, { initialStock })
    report.problems.push(...violations.map(({ invariant, what, id }) => `${invariant}: ${what} (${id})`))
    report.problems.push(...stage.faults.map((fault) => `the server failed: ${String(fault)}`))
  } finally {
    await stage.close()
  }
  return { ...report, seconds: (Date.now() - started) / 1000 }
}
