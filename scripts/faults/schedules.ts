import type { Product } from '../../packages/core/src/index.ts'
import { runSchedule } from './run-schedule.ts'
import { makeSchedule } from './schedule.ts'
import { type DatabaseKind, startTarget, stockUp } from './target.ts'

export interface SchedulesOptions {
  runs: number
  /** The first schedule's; each next one has the next number. */
  seed: number
  db: DatabaseKind
  /** How many are under way at once. */
  parallel?: number
  print?: (line: string) => void
}

export interface SchedulesReport {
  runs: number
  failed: number[]
  requests: number
  faults: Record<string, number>
  orders: number
  seconds: number
}

/** Plays as many schedules as asked for against one server; a failing one is printed with its seed. */
export async function runSchedules(options: SchedulesOptions): Promise<SchedulesReport> {
  const { runs, seed, db, parallel = 24, print = () => {} } = options
  const started = Date.now()
  const target = await startTarget(db, seed)
  const report: SchedulesReport = { runs, failed: [], requests: 0, faults: {}, orders: 0, seconds: 0 }
  const schedules = Array.from({ length: runs }, (_, index) => makeSchedule(seed + index))
  const products = await stockUp(
    target.database,
    Object.fromEntries(
      schedules.flatMap((schedule) =>
        schedule.stock.map((left, index) => [thing(schedule.seed, index), left] as const),
      ),
    ),
  )
  let done = 0
  const work = async () => {
    for (let schedule = schedules.shift(); schedule; schedule = schedules.shift()) {
      const own = schedule.stock.map((_, index) => products.get(thing(schedule?.seed ?? 0, index)) as Product)
      const result = await runSchedule(schedule, target, own).catch((error: unknown) => ({
        problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
        requests: 0,
        faults: {},
        orders: 0,
      }))
      report.requests += result.requests
      report.orders += result.orders
      for (const [kind, count] of Object.entries(result.faults))
        report.faults[kind] = (report.faults[kind] ?? 0) + count
      if (result.problems.length > 0) {
        report.failed.push(schedule.seed)
        print(`✗ seed ${schedule.seed}\n  ${result.problems.join('\n  ')}\n  ${JSON.stringify(schedule)}`)
      }
      done += 1
      if (done % 500 === 0) print(`  ${done} of ${runs} schedules, ${report.failed.length} failed`)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  for (const fault of target.faults.slice(0, 3)) print(`✗ the server failed: ${String(fault)}`)
  if (target.faults.length > 0) report.failed.push(-1)
  await target.close()
  return { ...report, seconds: (Date.now() - started) / 1000 }
}

/** Every other article is of the second seller. */
function thing(seed: number, index: number): string {
  return `${index % 2 === 0 ? 'p' : 'north'}${seed}-${index}`
}
