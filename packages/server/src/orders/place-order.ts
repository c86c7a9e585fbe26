import {
  type Adjustment,
  fail,
  type OrderRequest,
  ok,
  type PlaceOrderFailure,
  type Result,
  type ShortLine,
} from '@vitrina/core'
import { canonicalHash } from '../canonical-hash.ts'
import { emptyCart } from '../cart/empty-cart.ts'
import { findCart } from '../cart/find-cart.ts'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { type Connection, tryInTransaction } from '../database/transaction.ts'
import { chooseDelivery } from './choose-delivery.ts'
import type { OrderNumbers } from './order-numbers.ts'
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
  { code: 'invalid' | 'cart-empty' | 'price-changed' | 'sold-out' | 'checkout-used' }
>

export interface PlaceOrderDeps {
  database: Database
  numbers: OrderNumbers
  now: Date
}

/**
 * Makes the orders of a checkout, one for each seller, at most once. One transaction from the cart's row lock to the emptied cart: whatever
 * fails leaves cart, stock and orders as they were.
 */
export async function placeOrder(
  { database, numbers, now }: PlaceOrderDeps,
  shop: ShopConfig,
  buyerId: string,
  request: OrderRequest,
): Promise<Result<PlacedOrders, OrderRefusal>> {
  const owner = { shopId: shop.id, buyerId }
  const { checkoutId } = request
  const fingerprint = canonicalHash(request)
  // Before the transaction: numbers come from another row, which must not be held while stock is taken.
  const number = await numbers.take(shop.id)
  const result = await tryInTransaction<PlacedOrders, OrderRefusal>(database, async (connection) => {
    const cart = await findCart(connection, owner, 'locked')
    const earlier = await findEarlier(connection, owner, checkoutId, fingerprint)
    if (earlier) return earlier
    const delivery = checkChoices(shop, request)
    if (!delivery.ok) return delivery
    if (!cart) return fail({ code: 'cart-empty' })
    const quote = await priceCart(connection, shop, cart, delivery.value.option)
    if (!quote.ok) return quote
    const { lines, hash, total } = quote.value
    if (hash !== request.quoteHash) {
      const before = quotedTotal(request.quoteHash, shop.currency)
      return fail({ code: 'price-changed', before, after: total, quote: quote.value })
    }
    // Most of those who come too late are seen here, before anything is written.
    const late = shortOf(quote.value.adjustments)
    if (late.length > 0) return fail({ code: 'sold-out', lines: late })
    const written = await writeOrders(connection, {
      number,
      fingerprint,
      placedAt: now,
      owner,
      request,
      quote: quote.value,
      deliveryText: delivery.value.text,
    })
    if (!written) return fail({ code: 'checkout-used' })
    await emptyCart(connection, cart)
    // Last, because an article that everybody wants is one row: it is held for this statement and the commit alone.
    const short = await takeStock(connection, shop.id, lines)
    if (short.length > 0) {
      return fail({ code: 'sold-out', lines: await shortLines(connection, shop.id, lines, short) })
    }
    return ok({ checkoutId, replayed: false })
  })
  if (!result.ok || result.value.replayed) numbers.giveBack(shop.id, number)
  return result
}

function shortOf(adjustments: readonly Adjustment[]): ShortLine[] {
  return adjustments.flatMap((adjustment) => {
    if (adjustment.code !== 'capped') return []
    const { variantId, title, requested, available: left } = adjustment
    return [{ variantId, title, requested, left }]
  })
}

/** Another request under the same checkout, or another buyer's checkout, is refused without a word about it. */
async function findEarlier(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  checkoutId: string,
  fingerprint: string,
): Promise<Result<PlacedOrders, { code: 'checkout-used' }> | undefined> {
  const row = await connection
    .selectFrom('orders')
    .select(['buyer_id', 'fingerprint'])
    .where('shop_id', '=', shopId)
    .where('checkout_id', '=', checkoutId)
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  return row.buyer_id === buyerId && row.fingerprint === fingerprint
    ? ok({ checkoutId, replayed: true })
    : fail({ code: 'checkout-used' })
}

/** After the earlier order: what the shop offers may have changed since that was placed. */
function checkChoices(shop: ShopConfig, request: OrderRequest): ReturnType<typeof chooseDelivery> {
  if (shop.paymentMethods.includes(request.paymentMethod)) return chooseDelivery(shop, request.delivery)
  const issue = { path: 'paymentMethod', message: 'The shop does not take this payment' }
  return fail({ code: 'invalid', issues: [issue] })
}
