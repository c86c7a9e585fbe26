import { type Database, migrate, openDatabase } from '../../../packages/server/src/index.ts'
import { startPostgres } from '../../postgres.ts'
import type { DatabaseKind } from '../target.ts'
import { dieAt, pointsOf } from './die-at.ts'
import { type Journey, journeys } from './journeys.ts'
import { type Variant, variants } from './variants.ts'
import { withoutTransactions } from './without-transactions.ts'

export interface CrashpointsOptions {
  db: DatabaseKind
  /** Which journeys and variants; all of them when left out. */
  journeys?: readonly (keyof typeof journeys)[]
  variants?: readonly Variant[]
  print?: (line: string) => void
}

export interface CrashpointsReport {
  /** How many points each journey has. */
  points: Record<string, number>
  /** How often a server died: each point in each variant. */
  deaths: number
  /** Points that a journey did not pass again: two orders that are ended at once meet, or do not. */
  missed: number
  /** One for each death that left something wrong. */
  problems: string[]
  seconds: number
}

/** Shops whose servers die at the same time; PGlite has one connection. */
const atOnce = 4
/** So often a point is looked for that is not always there. */
const turns = 5
/** More than one point of so many that was not found again is a fault of the trial. */
const mostMissed = 20

/** Kills a server at every point of a purchase, lets life go on in each way, and audits what is left. */
export async function runCrashpoints(options: CrashpointsOptions): Promise<CrashpointsReport> {
  const { db, print = () => {} } = options
  const started = Date.now()
  const { database, close } = await place(db)
  const report: CrashpointsReport = { points: {}, deaths: 0, missed: 0, problems: [], seconds: 0 }
  for (const journey of Object.values(journeys)) {
    if (options.journeys?.some((name) => journeys[name] === journey) === false) continue
    report.points[journey.name] = (await pointsOf(database, journey)).length
    for (const variant of options.variants ?? variants) {
      const { deaths, missed, problems } = await dieEverywhere(database, journey, variant)
      report.deaths += deaths
      report.missed += missed
      report.problems.push(...problems)
      print(`  ${journey.name}, ${variant}: ${deaths} deaths, ${problems.length} failed`)
    }
  }
  await close()
  return { ...report, seconds: (Date.now() - started) / 1000 }
}

/**
 * The control: the same deaths while orders are cancelled without a transaction. `caught` are those that left something
 * wrong; none of them would mean that the trial proves nothing.
 */
export async function runControl(db: DatabaseKind): Promise<{ deaths: number; caught: number }> {
  const { database, close } = await place(db)
  const { deaths, problems } = await dieEverywhere(
    withoutTransactions(database),
    journeys.cancelling,
    'no retry',
  )
  await close()
  return { deaths, caught: problems.length }
}

async function dieEverywhere(database: Database, journey: Journey, variant: Variant) {
  const points = await pointsOf(database, journey)
  const problems: string[] = []
  let missed = 0
  const left = [...points.entries()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, point] = next
      let wrong: string[] | null = null
      for (let turn = 0; turn < turns && !wrong; turn += 1)
        wrong = await dieAt(database, journey, index + 1, variant)
      if (!wrong) missed += 1
      if (!wrong?.length) continue
      problems.push(`${journey.name}, ${variant}, point ${index + 1}, ${point}: ${wrong.join('; ')}`)
    }
  }
  await Promise.all(Array.from({ length: database.kind === 'postgres' ? atOnce : 1 }, work))
  if (missed > points.length / mostMissed)
    problems.push(`${journey.name}, ${variant}: ${missed} of ${points.length} points were not reached`)
  return { deaths: points.length - missed, missed, problems }
}

async function place(kind: DatabaseKind): Promise<{ database: Database; close(): Promise<void> }> {
  const postgres = kind === 'postgres' ? await startPostgres() : undefined
  const opened = await openDatabase(postgres ? { url: postgres.url } : 'memory')
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return {
    database: opened.value,
    async close() {
      await opened.value.close()
      await postgres?.stop()
    },
  }
}
