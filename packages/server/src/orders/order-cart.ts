import {
  type Adjustment,
  fail,
  type OrderRequest,
  ok,
  type PlaceOrderFailure,
  type Result,
  type ShortLine,
} from '@vitrina/core'
import { emptyCart } from '../cart/empty-cart.ts'
import { findCart } from '../cart/find-cart.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { useCodes } from '../promotions/use-codes.ts'
import { chooseDelivery } from './choose-delivery.ts'
import { findEarlier } from './find-earlier.ts'
import { priceCart } from './price-cart.ts'
import { quotedTotal } from './quote-hash.ts'
import { shortLines } from './short-lines.ts'
import { takeStock } from './take-stock.ts'
import { writeOrders } from './write-orders.ts'

export interface PlacedOrders {
  checkoutId: string
  /** They were there already. */
  replayed: boolean
}

/** Of what placing an order can end in, what a data base can say. */
export type OrderRefusal = Extract<
  PlaceOrderFailure,
  { code: 'invalid' | 'cart-empty' | 'price-changed' | 'minimum-not-met' | 'sold-out' | 'checkout-used' }
>

/** Somebody else was faster with the last use of a code: the cart has to be priced again. */
export type CodeTaken = { code: 'code-taken' }

interface Attempt {
  number: number
  fingerprint: string
  buyerId: string
  request: OrderRequest
  now: Date
}

/** Makes orders of a buyer's cart, one for each seller, in the caller's transaction; a failure is rolled back. */
export async function orderCart(
  connection: Connection,
  shop: ShopConfig,
  { number, fingerprint, buyerId, request, now }: Attempt,
): Promise<Result<PlacedOrders, OrderRefusal | CodeTaken>> {
  const owner = { shopId: shop.id, buyerId }
  const cart = await findCart(connection, owner, 'locked')
  const earlier = await findEarlier(connection, owner, request.checkoutId, fingerprint)
  if (earlier) return earlier
  // After the earlier order: what the shop offers may have changed since that was placed.
  const delivery = chooseDelivery(shop, request.delivery)
  if (!delivery.ok) return delivery
  if (!cart) return fail({ code: 'cart-empty' })
  const { option, text: deliveryText } = delivery.value
  const priced = await priceCart(connection, shop, cart, { option, now: now.getTime() })
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
  // Most of those who come too late are seen here, before anything is written.
  const late = shortOf(quote.adjustments)
  if (late.length > 0) return fail({ code: 'sold-out', lines: late })
  const placed = { number, fingerprint, placedAt: now, owner, request, quote, deliveryText }
  if (!(await writeOrders(connection, placed))) return fail({ code: 'checkout-used' })
  await emptyCart(connection, cart)
  const codes = quote.promos.map(({ code }) => code)
  if (!(await useCodes(connection, shop, buyerId, codes))) return fail({ code: 'code-taken' })
  // Last, because an article that everybody wants is one row: it is held for this statement and the commit alone.
  const short = await takeStock(connection, shop.id, quote.lines)
  if (short.length > 0) {
    return fail({ code: 'sold-out', lines: await shortLines(connection, shop.id, quote.lines, short) })
  }
  return ok({ checkoutId: request.checkoutId, replayed: false })
}

function shortOf(adjustments: readonly Adjustment[]): ShortLine[] {
  return adjustments.flatMap((adjustment) => {
    if (adjustment.code !== 'capped') return []
    const { variantId, title, requested, available: left } = adjustment
    return [{ variantId, title, requested, left }]
  })
}
