import type { Database } from '../database/open-database.ts'
import type { PaymentReview } from '../database/tables.ts'

/** A payment that waits for a person: the server does not know what to do, or cannot. */
export interface PaymentToReview {
  shopId: string
  paymentId: string
  orderId: string
  /** For people. */
  orderNumber: string
  why: PaymentReview
}

/** After so many tries to send money back a person should know. */
const patience = 5

/** What the acquirer tells differently, and money that should go back and does not; at most fifty. */
export async function paymentsToReview({ kysely }: Database, shopId: string): Promise<PaymentToReview[]> {
  const rows = await kysely
    .selectFrom('payments as p')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shop_id', '=', 'p.shop_id').onRef('o.id', '=', 'p.order_id'),
    )
    .select(['p.id', 'p.order_id', 'p.review', 'o.number'])
    .where('p.shop_id', '=', shopId)
    .where((where) => where.or([where('p.state', '=', 'pending'), where('p.state', '=', 'refund-due')]))
    .where((where) =>
      where.or([
        where('p.review', '=', 'mismatch'),
        where.and([where('p.state', '=', 'refund-due'), where('p.checks', '>=', patience)]),
      ]),
    )
    .orderBy('p.created_at')
    .limit(50)
    .execute()
  return rows.flatMap(({ id, order_id: orderId, number: orderNumber, review: why }) =>
    why ? [{ shopId, paymentId: id, orderId, orderNumber, why }] : [],
  )
}
