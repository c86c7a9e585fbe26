const first = 30_000
const longest = 3_600_000

/** When an unfinished payment is asked about again: half a minute, then twice as long each time, up to an hour. */
export function nextCheck(now: number, checks: number): Date {
  return new Date(now + Math.min(longest, first * 2 ** Math.min(checks, 20)))
}
