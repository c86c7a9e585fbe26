import type { NewCheckout } from './make-orders.ts'
import type { CheckoutExtract } from './read-checkouts.ts'

export interface Candidate {
  checkout: NewCheckout
  found: CheckoutExtract
}

/**
 * Which of several checkouts can be written in one statement: those for whom stock and uses are enough, first come, first
 * served; of one cart or one checkout only the first. Whether it is really so, the data base decides; who is left out is
 * looked at again.
 */
export function fittingTogether(
  candidates: readonly Candidate[],
  limitOf: (code: string) => number,
): boolean[] {
  const taken = new Map<string, number>()
  const once = new Set<string>()
  return candidates.map(({ checkout, found }) => {
    const { cartId, orders } = checkout
    const names = [`cart ${cartId}`, `checkout ${orders[0]?.checkoutId}`]
    const wants = [
      ...found.rows.map(({ variantId, quantity, stock }) => ({
        what: `variant ${variantId}`,
        quantity,
        most: stock ?? Number.POSITIVE_INFINITY,
      })),
      ...(orders[0]?.promos ?? []).map(({ code }) => ({
        what: `code ${code}`,
        quantity: 1,
        most: limitOf(code) - (found.uses.find((use) => use.code === code && use.buyerId === '')?.used ?? 0),
      })),
    ]
    const fits =
      names.every((name) => !once.has(name)) &&
      wants.every(({ what, quantity, most }) => (taken.get(what) ?? 0) + quantity <= most)
    if (!fits) return false
    for (const name of names) once.add(name)
    for (const { what, quantity } of wants) taken.set(what, (taken.get(what) ?? 0) + quantity)
    return true
  })
}
