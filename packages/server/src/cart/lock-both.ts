import { randomUUID } from 'node:crypto'
import type { Connection } from '../database/transaction.ts'
import type { CartState } from './apply-operations.ts'

export interface MeetingCart extends CartState {
  /** What was in it up to this revision has met the buyer's before. */
  met: number
}

/** Both rows, made where there are none, held in the order of their owners: two meetings never wait for each other. */
export async function lockBoth(
  connection: Connection,
  { shopId, guestId, buyerId }: { shopId: string; guestId: string; buyerId: string },
  day: Date,
): Promise<[MeetingCart, MeetingCart]> {
  const fresh = (buyer_id: string) => ({
    shop_id: shopId,
    buyer_id,
    id: randomUUID(),
    revision: 0,
    touched_at: day,
  })
  await connection
    .insertInto('carts')
    .values([guestId, buyerId].sort().map(fresh))
    .onConflict((conflict) => conflict.columns(['shop_id', 'buyer_id']).doNothing())
    .execute()
  const rows = await connection
    .selectFrom('carts')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('buyer_id', 'in', [guestId, buyerId])
    .orderBy('buyer_id')
    .forUpdate()
    .execute()
  const of = (id: string) => {
    const row = rows.find(({ buyer_id }) => buyer_id === id)
    // Somebody has just swept it: the next try makes it anew.
    if (!row) throw new Error('A cart went away')
    return {
      shopId,
      buyerId: id,
      cartId: row.id,
      revision: row.revision,
      promoCodes: row.promo_codes,
      met: row.met_revision,
    }
  }
  return [of(guestId), of(buyerId)]
}
