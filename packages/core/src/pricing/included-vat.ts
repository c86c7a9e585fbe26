import { type Money, money } from '../money.ts'
import type { Vat } from '../vat.ts'

/**
 * The tax that a price contains: price × rate ÷ (100 + rate), to the minor unit, half a unit up. The formula is that of
 * the settlement rate in article 164, paragraph 4 of the Russian Tax Code. `rate` is in whole per cent.
 */
export function includedVat({ amount, currency }: Money, rate: number): Vat {
  const whole = BigInt(100 + rate)
  const rounded = (2n * BigInt(amount) * BigInt(rate) + whole) / (2n * whole)
  return { rate, amount: money(Number(rounded), currency) }
}
