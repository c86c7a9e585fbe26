import { runKill } from '../faults/kill.ts'
import { runSchedules } from '../faults/schedules.ts'
import type { StepResult } from './step.ts'

const runs = 200
const times = 3

/** A small share of what `npm run faults` tries, always the same: docs/proof.md. */
export async function checkFaults(): Promise<StepResult> {
  const problems: string[] = []
  const print = (line: string) => {
    if (line.startsWith('✗')) problems.push(line)
  }
  const schedules = await runSchedules({ runs, seed: 1, db: 'pglite', print })
  const kill = await runKill({ times, seed: 1, db: 'pglite' })
  problems.push(...kill.problems.map((problem) => `✗ kill, seed 1: ${problem}`))
  const failed = schedules.failed.length + (kill.problems.length > 0 ? 1 : 0)
  const what = `${runs} checkouts with ${schedules.requests} requests and faults, ${times} kills, seed 1`
  return {
    passed: runs + 1 - failed,
    failed,
    note: [what, ...problems].join('\n  '),
  }
}
