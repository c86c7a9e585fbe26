import { fail, ok, type Result } from '@vitrina/core'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { Connection } from '../database/transaction.ts'

/**
 * Whether a checkout has its orders already. Another request under the same checkout, or another buyer's checkout, is
 * refused without a word about it.
 */
export async function findEarlier(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  checkoutId: string,
  fingerprint: string,
): Promise<Result<{ checkoutId: string; replayed: true }, { code: 'checkout-used' }> | undefined> {
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
