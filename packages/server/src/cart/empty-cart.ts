import type { Connection } from '../database/transaction.ts'
import type { CartState } from './apply-operations.ts'

/** Takes everything out, as an order does: every device that knows a line is told that it is gone. */
export async function emptyCart(connection: Connection, cart: CartState): Promise<void> {
  const revision = cart.revision + 1
  await connection
    .updateTable('cart_lines')
    .set({ quantity: 0, revision })
    .where('shop_id', '=', cart.shopId)
    .where('cart_id', '=', cart.cartId)
    .where('quantity', '>', 0)
    .execute()
  await connection
    .deleteFrom('cart_adjustments')
    .where('shop_id', '=', cart.shopId)
    .where('cart_id', '=', cart.cartId)
    .execute()
  await connection
    .updateTable('carts')
    .set({ revision, promo_codes: '[]' })
    .where('shop_id', '=', cart.shopId)
    .where('buyer_id', '=', cart.buyerId)
    .execute()
}
