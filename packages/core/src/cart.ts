import type { Adjustment } from './adjustment.ts'
import type { Money } from './money.ts'
import type { OrderTerms } from './order-terms.ts'
import type { Picture } from './product.ts'

/** How many pieces of one variant a cart can hold. */
export const maxQuantity = 999

/** The settled cart: what the server has agreed to, at a revision that only grows. */
export interface Cart {
  /** Another id means another cart: everything known of the old one is void. Null before the first answer. */
  id: string | null
  revision: number
  /** In the order in which they were first added. */
  lines: CartLine[]
  /** Upper case, in the order in which they were given. */
  promoCodes: string[]
  terms?: OrderTerms | undefined
}

export interface CartLine {
  variantId: string
  productId: string
  title: string
  options: Record<string, string>
  picture?: Picture
  unitPrice: Money
  quantity: number
}

/** What a client sends: intents in order, and what it knows already. */
export interface CartSync {
  cartId: string | null
  since: number
  operations: CartOperation[]
}

/** What changed in the cart after the revision `since`; never the whole cart unless `since` is 0. */
export interface CartChanges {
  cartId: string
  since: number
  revision: number
  /** Added or changed lines, as they are now. */
  lines: CartLine[]
  /** Variants whose lines are no more. */
  removed: string[]
  /** All of them, as they are now. */
  promoCodes: string[]
  /** Ids of the request's operations that are in this revision; each was applied once, however often sent. */
  applied: string[]
  adjustments: Adjustment[]
  /** With the whole cart, that is when `since` is 0, from a shop that has any. */
  terms?: OrderTerms
}

/** One intent of the buyer. Its id makes it applied at most once; `revision` is the settled one it was made on. */
export type CartOperation = LineOperation | PromoOperation

/** About one line. */
export type LineOperation = { id: string; revision: number; variantId: string } & (
  | { kind: 'add'; quantity: number }
  | { kind: 'set-quantity'; quantity: number }
  | { kind: 'remove' }
)

/** About the whole cart. */
export interface PromoOperation {
  id: string
  revision: number
  kind: 'apply-promo' | 'remove-promo'
  code: string
}

export const emptyCart: Cart = { id: null, revision: 0, lines: [], promoCodes: [] }

/**
 * Brings an answer into the settled cart. Answers are ordered by revision, not by arrival: an older one changes
 * nothing, one of another cart replaces everything.
 */
export function applyChanges(cart: Cart, changes: CartChanges): Cart {
  const { cartId: id, revision, promoCodes, terms = cart.terms } = changes
  if (cart.id !== id || changes.since === 0) {
    if (cart.id === id && revision < cart.revision) return cart
    return { id, revision, lines: changes.lines, promoCodes, terms }
  }
  if (revision <= cart.revision) return cart
  const removed = new Set(changes.removed)
  const changed = new Map(changes.lines.map((line) => [line.variantId, line]))
  const lines = cart.lines
    .filter((line) => !removed.has(line.variantId))
    .map((line) => {
      const next = changed.get(line.variantId)
      changed.delete(line.variantId)
      return next ?? line
    })
  return { id, revision, lines: [...lines, ...changed.values()], promoCodes, terms }
}
