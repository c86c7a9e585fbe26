import type { Clock } from '@vitrina/core'

/** The machine's own time. Its timers do not keep the process alive. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds).unref()
      return () => clearTimeout(timer)
    },
  }
}
