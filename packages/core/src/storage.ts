import type { HostFailure } from './failure.ts'
import type { Result } from './result.ts'

/**
 * A shelf for small strings that outlives a reload. A cache, never the truth: losing it costs speed, not goods.
 * Keys are `[a-zA-Z0-9_-]`, 1 to 96 characters (VK Storage's rule, the strictest of the hosts, less four for what an adapter needs).
 */
export interface Storage {
  /** Undefined when there is nothing under the key. */
  get(key: string): Promise<Result<string | undefined, HostFailure>>
  /** Undefined removes. */
  set(key: string, value: string | undefined): Promise<Result<void, HostFailure>>
}
