import { type Clock, fail, ok } from '@vitrina/core'
import * as v from 'valibot'
import type { PaymentNotification, PaymentProvider, PaymentStatus } from '../payments/payment-provider.ts'
import { verifyWebhook } from '../payments/webhook-signature.ts'
import type { AcquirerBooks, AcquirerPayment } from './acquirer-books.ts'
import type { AcquirerHabit, AcquirerSubject, HabitsOf } from './habits.ts'

export interface TestAcquirerOptions {
  books: AcquirerBooks
  /** Each is good for a notification. */
  secrets: readonly string[]
  publicUrl: string
  clock: Clock
  habits: HabitsOf
}

const money = v.object({ amount: v.pipe(v.number(), v.safeInteger()), currency: v.string() })
const common = { orderId: v.string(), amount: money }
const reason = v.picklist(['declined', 'authentication-failed', 'cancelled', 'expired'])

const notificationSchema = v.object({
  shopId: v.string(),
  paymentId: v.string(),
  status: v.variant('state', [
    v.object({ ...common, state: v.literal('pending') }),
    v.object({ ...common, state: v.literal('paid') }),
    v.object({ ...common, state: v.literal('refunded') }),
    v.object({ ...common, state: v.literal('failed'), reason }),
  ]),
})

/** An acquirer that moves no money: a page where one chooses how the payment ends. */
export function testAcquirer({
  books,
  secrets,
  publicUrl,
  clock,
  habits,
}: TestAcquirerOptions): PaymentProvider {
  return {
    name: 'test-acquirer',
    async create(request) {
      const known = await books.byKey(request)
      const payment = await books.open(request)
      if (!known && habits(request).includes('error-after-success')) return fail(lostAnswer)
      return ok({ url: `${publicUrl}/test-acquirer/payments/${payment.id}` })
    },
    async get(key) {
      const payment = await books.byKey(key)
      return payment ? ok(statusOf(payment, habits(subjectOf(payment)))) : fail({ code: 'not-found' })
    },
    async refund(key) {
      const payment = await books.byKey(key)
      if (!payment || !(await books.refund(key))) return fail({ code: 'not-found' })
      const first = payment.state === 'paid'
      return first && habits(subjectOf(payment)).includes('error-after-success')
        ? fail(lostAnswer)
        : ok(undefined)
    },
    async parseNotification(rawBody, headers) {
      const eventId = verifyWebhook(secrets, headers, rawBody, clock)
      if (!eventId.ok) return eventId
      const parsed = v.safeParse(notificationSchema, parseJson(rawBody))
      if (!parsed.success) return fail({ code: 'malformed' })
      return ok({ eventId: eventId.value, ...parsed.output })
    },
  }
}

const lostAnswer = { code: 'unavailable', reason: 'HTTP 500' } as const

export function notificationOf(
  payment: AcquirerPayment,
  habits: readonly AcquirerHabit[],
): Omit<PaymentNotification, 'eventId'> {
  return { shopId: payment.shop_id, paymentId: payment.payment_id, status: statusOf(payment, habits) }
}

export function subjectOf(payment: AcquirerPayment): AcquirerSubject {
  return { paymentId: payment.payment_id, orderId: payment.order_id, orderNumber: payment.order_number }
}

function statusOf(payment: AcquirerPayment, habits: readonly AcquirerHabit[]): PaymentStatus {
  const wrong = habits.includes('wrong-amount') ? 1 : 0
  const about = {
    orderId: payment.order_id,
    amount: { amount: payment.amount - wrong, currency: payment.currency },
  }
  return payment.state === 'failed'
    ? { ...about, state: 'failed', reason: payment.reason ?? 'declined' }
    : { ...about, state: payment.state }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
