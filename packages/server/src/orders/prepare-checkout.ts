import { fail, type Order, type OrderRequest, ok, type PlaceOrderFailure, type Result } from '@vitrina/core'
import { canonicalHash } from '../canonical-hash.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { chooseDelivery } from './choose-delivery.ts'
import { makeOrders, type NewCheckout } from './make-orders.ts'
import { priceCart } from './price-cart.ts'
import { shortLines } from './priced-lines.ts'
import { quotedTotal } from './quote-hash.ts'
import type { CheckoutExtract } from './read-checkouts.ts'

export interface PlacedOrders {
  /** As they were placed; null when they were there already, and may have gone on since. */
  orders: Order[] | null
}

/** Of what placing an order can end in, what a shop can say. */
export type OrderRefusal = Extract<
  PlaceOrderFailure,
  { code: 'invalid' | 'cart-empty' | 'price-changed' | 'minimum-not-met' | 'sold-out' | 'checkout-used' }
>

export interface Attempt {
  buyerId: string
  request: OrderRequest
  number: number
  placedAt: Date
}

/** What becomes of an attempt as things stand: an end, or something to be written down. */
export type Prepared = { end: Result<PlacedOrders, OrderRefusal> } | { write: NewCheckout }

export function prepareCheckout(shop: ShopConfig, attempt: Attempt, found: CheckoutExtract): Prepared {
  const { request, buyerId } = attempt
  const { earlier } = found
  if (earlier) {
    // Another buyer's order is refused without a word about it, as is another request under the same checkout.
    const same = earlier.buyerId === buyerId && earlier.fingerprint === fingerprintOf(request)
    return { end: same ? ok({ orders: null }) : fail({ code: 'checkout-used' }) }
  }
  const made = ordersOf(shop, attempt, found)
  if (!made.ok) return { end: made }
  return {
    write: {
      buyerId,
      cartId: found.cartId ?? '',
      revision: found.revision,
      fingerprint: fingerprintOf(request),
      consentVersion: request.consent.version,
      orders: made.value,
    },
  }
}

/** The same request again has the same. */
function fingerprintOf(request: OrderRequest): string {
  return canonicalHash(request)
}

function ordersOf(
  shop: ShopConfig,
  { request, number, placedAt }: Attempt,
  found: CheckoutExtract,
): Result<Order[], OrderRefusal> {
  const delivery = chooseDelivery(shop, request.delivery)
  if (!delivery.ok) return delivery
  const { option, text: deliveryText } = delivery.value
  // Before anything is counted: when an article is gone, a crowd asks for it all the same.
  const short = shortLines(found.rows)
  if (short.length > 0) return fail({ code: 'sold-out', lines: short })
  const priced = priceCart(shop, found, { option, now: placedAt.getTime() })
  if (!priced.ok) return priced
  const quote = priced.value
  if (quote.hash !== request.quoteHash) {
    const before = quotedTotal(request.quoteHash, shop.currency)
    return fail({ code: 'price-changed', before, after: quote.total, quote })
  }
  if (!quote.paymentMethods.includes(request.paymentMethod)) {
    const issue = { path: 'paymentMethod', message: 'The shop does not take this payment' }
    return fail({ code: 'invalid', issues: [issue] })
  }
  const below = quote.adjustments.find((adjustment) => adjustment.code === 'minimum-not-met')
  if (below) return fail({ code: below.code, minimum: below.minimum, missing: below.missing })
  const productIds = new Map(found.rows.map((row) => [row.variantId, row.productId ?? '']))
  return ok(makeOrders({ request, quote, number, placedAt, deliveryText, productIds }))
}
