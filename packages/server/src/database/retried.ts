import { setTimeout as sleep } from 'node:timers/promises'
import { sqlState } from './sql-state.ts'

/** Serialization failure, deadlock, lock not available: nothing was committed, so it can be done again. */
const retryable = new Set(['40001', '40P01', '55P03'])
const attempts = 6

/** Does `work` again when the data base says that it met somebody else's; six times at most, later and later. */
export async function retried<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !retryable.has(sqlState(error))) throw error
      await sleep(Math.random() * Math.min(500, 5 * 4 ** attempt))
    }
  }
}
