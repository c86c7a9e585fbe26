import type { Connection } from '../database/transaction.ts'
import type { CartState } from './apply-operations.ts'
import type { CartOwner } from './sync-cart.ts'

/** The buyer's cart, if there ever was one; `locked` holds its row until the transaction ends. */
export async function findCart(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  how: 'locked' | 'read',
): Promise<CartState | undefined> {
  const query = connection
    .selectFrom('carts')
    .select(['id', 'revision', 'promo_codes'])
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', buyerId)
  const row = await (how === 'locked' ? query.forUpdate() : query).executeTakeFirst()
  return row && { shopId, buyerId, cartId: row.id, revision: row.revision, promoCodes: row.promo_codes }
}
