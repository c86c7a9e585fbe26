import type { Clock } from './clock.ts'
import type { Network } from './network.ts'

/** What is outside and not a host or a merchant. In a page: `browser()` of `@vitrina/widgets/browser`. */
export interface Environment {
  clock: Clock
  network: Network
  /** Unique for ever: 128 random bits, as text. */
  createId(): string
  /** 0 up to 1. Spreads retries; nothing secret comes from it. */
  random(): number
}
