import { fail, ok, type Result } from '@vitrina/core'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { Connection } from '../database/transaction.ts'

/**
 * The order that a checkout has already. Another request under the same checkout, or another buyer's checkout, is
 * refused without a word about it.
 */
export async function findEarlier(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  checkoutId: string,
  fingerprint: string,
): Promise<Result<{ orderId: string; replayed: true }, { code: 'checkout-used' }> | undefined> {
  const row = await connection
    .selectFrom('orders')
    .select(['id', 'buyer_id', 'fingerprint'])
    .where('shop_id', '=', shopId)
    .where('checkout_id', '=', checkoutId)
    .executeTakeFirst()
  if (!row) return undefined
  return row.buyer_id === buyerId && row.fingerprint === fingerprint
    ? ok({ orderId: row.id, replayed: true })
    : fail({ code: 'checkout-used' })
}
