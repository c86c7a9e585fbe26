import type { CheckoutDraft } from './checkout.ts'
import type { OrderRequest } from './order.ts'

/**
 * What of a checkout outlives a reload. `request` is there from before the first request until its outcome is known;
 * `orderedId` from then until the buyer has left the order.
 */
export interface SavedCheckout {
  id: string
  draft: CheckoutDraft
  request?: OrderRequest
  /** When the order was sent first, in milliseconds since 1970. */
  sentAt?: number
  /** The checkout whose orders are shown. */
  orderedId?: string
}

/**
 * A draft does not write over an order that another page has under way, or shows. `own` is the checkout that this page
 * has had under way last: it knows what became of that.
 */
export function mergeCheckouts(
  mine: SavedCheckout,
  found: SavedCheckout | undefined,
  own?: string,
): SavedCheckout {
  return found && isUnderWay(found) && found.id !== own && !isUnderWay(mine) ? found : mine
}

export function isUnderWay({ request, orderedId }: SavedCheckout): boolean {
  return !!(request || orderedId)
}

export function isSavedCheckout(found: unknown): found is SavedCheckout {
  if (typeof found !== 'object' || found === null) return false
  const { id, draft, request } = found as Partial<SavedCheckout>
  return (
    typeof id === 'string' &&
    typeof draft?.name === 'string' &&
    typeof draft.phone === 'string' &&
    (request === undefined || request.checkoutId === id)
  )
}
