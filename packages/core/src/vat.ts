import type { Money } from './money.ts'

/** Value added tax: contained in the price that it stands beside, never added to it. */
export interface Vat {
  /** Per cent: 22. */
  rate: number
  amount: Money
}
