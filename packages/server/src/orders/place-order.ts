import type { OrderRequest, Result } from '@vitrina/core'
import { canonicalHash } from '../canonical-hash.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { tryInTransaction } from '../database/transaction.ts'
import { type CodeTaken, type OrderRefusal, orderCart, type PlacedOrders } from './order-cart.ts'
import type { OrderNumbers } from './order-numbers.ts'

export interface PlaceOrderDeps {
  database: Database
  numbers: OrderNumbers
  now: Date
}

/** How often a cart is priced again whose code was used up meanwhile; each time somebody else has ordered. */
const turns = 20

/**
 * Makes the orders of a checkout, one for each seller, at most once. One transaction from the cart's row lock to the emptied cart: whatever
 * fails leaves cart, stock, codes and orders as they were.
 */
export async function placeOrder(
  { database, numbers, now }: PlaceOrderDeps,
  shop: ShopConfig,
  buyerId: string,
  request: OrderRequest,
): Promise<Result<PlacedOrders, OrderRefusal>> {
  const fingerprint = canonicalHash(request)
  // Before the transaction: numbers come from another row, which must not be held while stock is taken.
  const number = await numbers.take(shop.id)
  for (let turn = 1; turn <= turns; turn++) {
    const result = await tryInTransaction<PlacedOrders, OrderRefusal | CodeTaken>(database, (connection) =>
      orderCart(connection, shop, { number, fingerprint, buyerId, request, now }),
    )
    if (result.ok) {
      if (result.value.replayed) numbers.giveBack(shop.id, number)
      return result
    }
    const { error } = result
    if (error.code === 'code-taken') continue
    numbers.giveBack(shop.id, number)
    return { ok: false, error }
  }
  throw new Error(`A code was taken ${turns} times`)
}
