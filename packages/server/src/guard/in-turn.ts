import { endsWithin } from './ends-within.ts'

/**
 * Runs what has the same name one after another, so that somebody's impatience takes one connection to the data base and
 * not all of them. Undefined when the earlier one has not ended in `patience` milliseconds; without that it waits for it.
 */
export type InTurn = <Value>(name: string, work: () => Promise<Value>) => Promise<Value | undefined>

export function createInTurn(patience?: number): InTurn {
  const running = new Map<string, Promise<unknown>>()

  return async (name, work) => {
    const deadline = patience === undefined ? undefined : performance.now() + patience
    for (let earlier = running.get(name); earlier; earlier = running.get(name)) {
      if (deadline === undefined) await earlier.catch(() => {})
      else if (!(await endsWithin(earlier, deadline - performance.now()))) return undefined
    }
    const mine = work()
    running.set(name, mine)
    try {
      return await mine
    } finally {
      running.delete(name)
    }
  }
}
