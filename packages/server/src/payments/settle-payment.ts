import type { OrderState } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { Database } from '../database/open-database.ts'
import type { PaymentRow } from '../database/tables.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import { moveOrder } from '../orders/move-order.ts'
import { putEvent } from '../outbox/put-event.ts'
import type { PaymentKey, PaymentStatus } from './payment-provider.ts'

export type Settlement =
  | 'applied'
  /** It said nothing new, or came too late. */
  | 'ignored'
  /** The money moved for an order that cannot have it: it goes back. */
  | 'refund-due'
  /** Another amount, currency or order than ours: for a person to look at. */
  | 'mismatch'
  /** There is no such payment (yet). */
  | 'unknown'

/**
 * Brings in what the acquirer says of a payment. The machine only goes forward: paid is final, so a late "failed"
 * never takes money back, and a late "paid" after "failed" still counts, because the money has moved. Money for an
 * order that was cancelled meanwhile, or that another attempt has paid, is due to go back: never silence. The order's
 * row is locked before the payment's, as everywhere.
 */
export async function settlePayment(
  database: Database,
  { shopId, paymentId }: PaymentKey,
  status: PaymentStatus,
  at: Date,
): Promise<Settlement> {
  return inTransaction(database, async (connection): Promise<Settlement> => {
    const found = await findPayment(connection, { shopId, paymentId })
    if (!found) return 'unknown'
    if (!matches(found, status)) return review(connection, found)
    const order = await lockOrder(connection, found)
    const payment = await findPayment(connection, { shopId, paymentId }, 'locked')
    if (!payment || !order || !goesForward(payment.state, status.state)) return 'ignored'
    if (status.state !== 'paid') {
      const reason = status.state === 'failed' ? status.reason : null
      const sentBack = status.state === 'refunded' && payment.state === 'paid'
      const review = sentBack ? 'refunded-elsewhere' : payment.review
      await write(connection, payment, { state: status.state, reason, review })
      if (status.state === 'refunded') await putRefund(connection, payment, at)
      return 'applied'
    }
    const key = { shopId, orderId: payment.order_id }
    if (await moveOrder(connection, key, { to: 'confirmed', at })) {
      await write(connection, payment, { state: 'paid', reason: null })
      return 'applied'
    }
    await write(connection, payment, {
      state: 'refund-due',
      reason: null,
      review: order.state === 'cancelled' ? 'paid-after-cancel' : 'paid-twice',
      checks: 0,
      next_check_at: at,
    })
    return 'refund-due'
  })
}

/** Tells that the money of a payment went back. */
export async function putRefund(
  connection: Connection,
  payment: Pick<Selectable<PaymentRow>, 'shop_id' | 'order_id' | 'id'>,
  at: Date,
): Promise<void> {
  const key = { shopId: payment.shop_id, orderId: payment.order_id }
  await putEvent(connection, key, { type: 'order.refunded', at, of: payment.id })
}

async function findPayment(connection: Connection, { shopId, paymentId }: PaymentKey, lock?: 'locked') {
  return connection
    .selectFrom('payments')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', paymentId)
    .$if(lock === 'locked', (query) => query.forUpdate())
    .executeTakeFirst()
}

async function lockOrder(
  connection: Connection,
  payment: Selectable<PaymentRow>,
): Promise<{ state: OrderState } | undefined> {
  return connection
    .selectFrom('orders')
    .select('state')
    .where('shop_id', '=', payment.shop_id)
    .where('id', '=', payment.order_id)
    .forUpdate()
    .executeTakeFirst()
}

function matches(payment: Selectable<PaymentRow>, { orderId, amount }: PaymentStatus): boolean {
  return (
    payment.order_id === orderId && payment.amount === amount.amount && payment.currency === amount.currency
  )
}

async function review(connection: Connection, payment: Selectable<PaymentRow>): Promise<'mismatch'> {
  await write(connection, payment, { review: 'mismatch' })
  return 'mismatch'
}

function goesForward(from: PaymentRow['state'], to: PaymentStatus['state']): boolean {
  const rank = { pending: 0, failed: 1, paid: 2, 'refund-due': 3, refunded: 4 }
  return rank[to] > rank[from]
}

async function write(
  connection: Connection,
  payment: Selectable<PaymentRow>,
  change: Partial<Selectable<PaymentRow>>,
): Promise<void> {
  await connection
    .updateTable('payments')
    .set(change)
    .where('shop_id', '=', payment.shop_id)
    .where('id', '=', payment.id)
    .execute()
}
