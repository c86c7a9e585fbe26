import type { Clock } from '../clock.ts'

/** Time that stands still until it is told to pass. */
export interface ManualClock extends Clock {
  /** Runs what falls due, in order, letting promises settle in between. */
  pass(milliseconds: number): Promise<void>
}

export function manualClock(start = 0): ManualClock {
  let now = start
  let timers: { at: number; run: () => void }[] = []

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }

  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async pass(milliseconds) {
      const end = now + milliseconds
      await settle()
      for (;;) {
        const [next] = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = end
    },
  }
}
