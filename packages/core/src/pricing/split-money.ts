import { type Money, money } from '../money.ts'

/**
 * Splits an amount by weights without losing a minor unit: each share is rounded down, and what is left over goes by
 * one to the largest remainders, the earlier of equal ones first (sorting keeps their order). Weights are whole and not negative; an amount up to
 * their sum leaves no share above its weight.
 */
export function splitMoney({ amount, currency }: Money, weights: readonly number[]): Money[] {
  // A product of two sums of money can be larger than what a number holds exactly.
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) {
    if (amount !== 0) throw new RangeError(`Nothing to split ${amount} by`)
    return weights.map(() => money(0, currency))
  }
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const shares = exact.map((product) => Number(product / whole))
  const order = exact
    .map((product, index) => ({ index, remainder: product % whole }))
    .sort((a, b) => Number(b.remainder - a.remainder))
  const left = amount - shares.reduce((sum, share) => sum + share, 0)
  const extra = new Set(order.slice(0, left).map(({ index }) => index))
  return shares.map((share, index) => money(extra.has(index) ? share + 1 : share, currency))
}
