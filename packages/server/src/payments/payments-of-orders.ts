import type { Payment, Refund } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { PaymentRow } from '../database/tables.ts'
import type { Connection } from '../database/transaction.ts'

export interface PaymentsOfOrder {
  payment: Payment | null
  refund?: Refund
}

/** By order: the attempt that counts (the one whose money moved, else the latest), and what goes back of the others. */
export async function paymentsOfOrders(
  connection: Connection,
  shopId: string,
  orderIds: readonly string[],
): Promise<Map<string, PaymentsOfOrder>> {
  const rows = await connection
    .selectFrom('payments')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', orderIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.order_id)].map(([orderId, payments]) => {
      const counting =
        payments.find(({ state }) => state === 'paid') ?? payments.findLast(moved) ?? payments.at(-1)
      const refund = refundOf(payments)
      return [orderId, { payment: counting ? paymentOfRow(counting) : null, ...(refund && { refund }) }]
    }),
  )
}

function moved({ state }: { state: PaymentRow['state'] }): boolean {
  return state === 'refund-due' || state === 'refunded'
}

/** What is still to be sent back; when nothing is, what was. */
function refundOf(payments: readonly Selectable<PaymentRow>[]): Refund | undefined {
  const due = payments.filter(({ state }) => state === 'refund-due')
  const back = due.length > 0 ? due : payments.filter(({ state }) => state === 'refunded')
  const [first] = back
  if (!first) return undefined
  const amount = back.reduce((sum, row) => sum + row.amount, 0)
  return { amount: { amount, currency: first.currency }, state: due.length > 0 ? 'due' : 'done' }
}

/** Null while the acquirer has not said where its page is: for the buyer there is no attempt yet. */
function paymentOfRow(row: Selectable<PaymentRow>): Payment | null {
  const common = { id: row.id, orderId: row.order_id }
  switch (row.state) {
    case 'paid':
    case 'refund-due':
    case 'refunded':
      return { ...common, state: 'paid' }
    case 'failed':
      return { ...common, state: 'failed', reason: row.reason ?? 'declined' }
    case 'pending':
      return row.url === null ? null : { ...common, state: 'pending', url: row.url }
  }
}
