import type { Connection } from '../database/transaction.ts'
import type { OrderKey } from '../orders/move-order.ts'
import type { OrderEventType, OutboxChannel } from './order-event.ts'

export interface NewEvent {
  type: OrderEventType
  at: Date
  /** Tells apart what may happen to an order more than once, such as two refunds. */
  of?: string
}

const channels: OutboxChannel[] = ['merchant', 'buyer']

/** Writes an event down, in the transaction of the change: there is never one without the other. Twice is once. */
export async function putEvent(
  connection: Connection,
  { shopId, orderId }: OrderKey,
  { type, at, of = orderId }: NewEvent,
): Promise<void> {
  const row = { shop_id: shopId, id: `${type}.${of}`, type, order_id: orderId, created_at: at }
  await connection
    .insertInto('outbox')
    .values(channels.map((channel) => ({ ...row, channel, next_attempt_at: at })))
    .onConflict((conflict) => conflict.columns(['shop_id', 'id', 'channel']).doNothing())
    .execute()
}
