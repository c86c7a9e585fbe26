import { randomUUID } from 'node:crypto'
import type { PaymentFailureReason } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { Database } from '../database/open-database.ts'
import type { AcquirerPaymentRow } from '../database/tables.ts'
import type { PaymentKey, PaymentRequest } from '../payments/payment-provider.ts'

export type AcquirerPayment = Selectable<AcquirerPaymentRow>

export type Decision = { state: 'paid' } | { state: 'failed'; reason: PaymentFailureReason }

/** The payments of the test acquirer. What is decided once stays. */
export interface AcquirerBooks {
  open(request: PaymentRequest): Promise<AcquirerPayment>
  byPage(pageId: string): Promise<AcquirerPayment | undefined>
  byKey(key: PaymentKey): Promise<AcquirerPayment | undefined>
  /** Sends the money back; false when none had moved. A second time changes nothing. */
  refund(key: PaymentKey): Promise<boolean>
  /** Undefined when it was decided before. */
  decide(pageId: string, decision: Decision): Promise<AcquirerPayment | undefined>
}

export function acquirerBooks({ kysely }: Database): AcquirerBooks {
  const select = () => kysely.selectFrom('acquirer_payments').selectAll()
  return {
    async open(request) {
      await kysely
        .insertInto('acquirer_payments')
        .values({
          shop_id: request.shopId,
          // The page's address is all one needs to pay, so it cannot be guessed; the shop in front finds the row.
          id: `${request.shopId}.${randomUUID()}`,
          payment_id: request.paymentId,
          order_id: request.orderId,
          order_number: request.orderNumber,
          shop_name: request.shopName,
          amount: request.amount.amount,
          currency: request.amount.currency,
          state: 'pending',
        })
        .onConflict((conflict) => conflict.columns(['shop_id', 'payment_id']).doNothing())
        .execute()
      return select()
        .where('shop_id', '=', request.shopId)
        .where('payment_id', '=', request.paymentId)
        .executeTakeFirstOrThrow()
    },
    byPage: (pageId) =>
      select().where('shop_id', '=', shopOf(pageId)).where('id', '=', pageId).executeTakeFirst(),
    byKey: ({ shopId, paymentId }) =>
      select().where('shop_id', '=', shopId).where('payment_id', '=', paymentId).executeTakeFirst(),
    async refund({ shopId, paymentId }) {
      const refunded = await kysely
        .updateTable('acquirer_payments')
        .set({ state: 'refunded' })
        .where('shop_id', '=', shopId)
        .where('payment_id', '=', paymentId)
        .where('state', 'in', ['paid', 'refunded'])
        .returning('id')
        .executeTakeFirst()
      return refunded !== undefined
    },
    decide: (pageId, decision) =>
      kysely
        .updateTable('acquirer_payments')
        .set(decision)
        .where('shop_id', '=', shopOf(pageId))
        .where('id', '=', pageId)
        .where('state', '=', 'pending')
        .returningAll()
        .executeTakeFirst(),
  }
}

function shopOf(pageId: string): string {
  return pageId.slice(0, pageId.lastIndexOf('.'))
}
