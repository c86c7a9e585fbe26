import { type CancelReason, fail, ok, type Result } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
import { tryInTransaction } from '../database/transaction.ts'
import { returnCodes } from '../promotions/return-codes.ts'
import { moveOrder, type OrderKey } from './move-order.ts'
import { returnStock } from './return-stock.ts'

export interface Cancellation extends OrderKey {
  reason: CancelReason
  at: Date
  /** Only an order of this buyer. */
  buyerId?: string
}

export type CancelRefusal = { code: 'not-found' } | { code: 'not-cancellable' }

/**
 * Cancels an order. Who moves its state gives back its stock and its codes and has its money sent back, all or nothing; an order
 * that is cancelled already stays so, and an expiry never cancels what was paid meanwhile.
 */
export async function cancelOrder(
  database: Database,
  { reason, at, buyerId, ...key }: Cancellation,
): Promise<Result<void, CancelRefusal>> {
  return tryInTransaction<void, CancelRefusal>(database, async (connection) => {
    const order = await connection
      .selectFrom('orders')
      .select('state')
      .where('shop_id', '=', key.shopId)
      .where('id', '=', key.orderId)
      .$if(buyerId !== undefined, (query) => query.where('buyer_id', '=', buyerId ?? ''))
      .forUpdate()
      .executeTakeFirst()
    if (!order) return fail({ code: 'not-found' })
    if (order.state === 'cancelled') return ok(undefined)
    if (reason === 'expired' && order.state !== 'awaiting-payment') return fail({ code: 'not-cancellable' })
    if (!(await moveOrder(connection, key, { to: 'cancelled', at, cancelReason: reason }))) {
      return fail({ code: 'not-cancellable' })
    }
    await returnCodes(connection, key)
    await returnStock(connection, key)
    await connection
      .updateTable('payments')
      .set({ state: 'refund-due', review: 'cancelled-after-payment', checks: 0, next_check_at: at })
      .where('shop_id', '=', key.shopId)
      .where('order_id', '=', key.orderId)
      .where('state', '=', 'paid')
      .execute()
    return ok(undefined)
  })
}
