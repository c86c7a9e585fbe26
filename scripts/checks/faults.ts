import { runCrashpoints } from '../faults/crashpoints/run-crashpoints.ts'
import { runKill } from '../faults/kill.ts'
import { runHostileFeeds } from '../faults/malformed/run-hostile-feeds.ts'
import { runMalformed } from '../faults/malformed/run-malformed.ts'
import { runSchedules } from '../faults/schedules.ts'
import type { StepResult } from './step.ts'

const runs = 200
const times = 3
const each = 100

/** A small share of what `npm run faults` tries, always the same: docs/proof.md. */
export async function checkFaults(): Promise<StepResult> {
  const problems: string[] = []
  const print = (line: string) => {
    if (line.startsWith('✗')) problems.push(line)
  }
  const schedules = await runSchedules({ runs, seed: 1, db: 'pglite', print })
  // Feeds are read by a process of their own, whose time is its processor's: they leave a core for the rest.
  const reading = runHostileFeeds(1)
  // It is waited for below, where it is told.
  reading.catch(() => {})
  const kill = await runKill({ times, seed: 1, db: 'pglite' })
  problems.push(...kill.problems.map((problem) => `✗ kill, seed 1: ${problem}`))
  const crashes = await runCrashpoints({
    db: 'pglite',
    journeys: ['placing'],
    variants: ['no retry', 'same key'],
  })
  problems.push(...crashes.problems.map((problem) => `✗ crashpoints: ${problem}`))
  const malformed = await runMalformed({ each, seed: 1 })
  const feeds = await reading
  const odd = [...malformed.problems, ...feeds.problems]
  problems.push(...odd.map((problem) => `✗ malformed, seed 1: ${problem}`))
  const broken = [kill.problems, crashes.problems, odd].filter((found) => found.length > 0)
  const failed = schedules.failed.length + broken.length
  const what =
    `${runs} checkouts with ${schedules.requests} requests and faults, ${times} kills, ` +
    `${crashes.deaths} deaths while an order is placed, ` +
    `${each} odd requests to each route, ${feeds.feeds} hostile feeds, seed 1`
  return {
    passed: runs + 3 - failed,
    failed,
    note: [what, ...problems].join('\n  '),
  }
}
