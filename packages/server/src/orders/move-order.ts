import { type CancelReason, type OrderState, orderMoves } from '@vitrina/core'
import type { Connection } from '../database/transaction.ts'
import { putEvent } from '../outbox/put-event.ts'

export interface OrderKey {
  shopId: string
  orderId: string
}

export interface OrderMove {
  to: OrderState
  at: Date
  cancelReason?: CancelReason
}

/**
 * Moves an order along core's table of moves: one conditional statement, so of several who try, one does it and the
 * others are told false. Every move is written down; its key keeps an order from entering a state twice. Nothing else
 * changes the state of an order.
 */
export async function moveOrder(
  connection: Connection,
  { shopId, orderId }: OrderKey,
  { to, at, cancelReason }: OrderMove,
): Promise<boolean> {
  const order = await connection
    .selectFrom('orders')
    .select('state')
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
  if (!order || !orderMoves[order.state].includes(to)) return false
  const moved = await connection
    .updateTable('orders')
    .set({ state: to, ...(cancelReason && { cancel_reason: cancelReason }) })
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .where('state', '=', order.state)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return false
  await connection
    .insertInto('order_moves')
    .values({ shop_id: shopId, order_id: orderId, state: to, from_state: order.state, moved_at: at })
    .execute()
  await putEvent(connection, { shopId, orderId }, { type: `order.${to}`, at })
  return true
}
