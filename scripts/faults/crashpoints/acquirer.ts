import type { Clock } from '../../../packages/core/src/index.ts'
import { type AcquirerPayment, acquirerBooks } from '../../../packages/server/src/acquirer/acquirer-books.ts'
import { notificationOf, testAcquirer } from '../../../packages/server/src/acquirer/test-acquirer.ts'
import type { Database, PaymentProvider } from '../../../packages/server/src/index.ts'
import { signWebhook } from '../../../packages/server/src/payments/webhook-signature.ts'

export const publicUrl = 'https://shop.example'
export const acquirerSecret = 'an acquirer that does not die with the server'

/** An acquirer in a house of its own: it goes on when the server has died. */
export interface Acquirer {
  provider: PaymentProvider
  payments(): Promise<AcquirerPayment[]>
  /** The buyer pays what is open, all of it or one. */
  pay(paymentId?: string): Promise<void>
  /** What it sends for what was decided; the same event however often it is sent. */
  notifications(): Promise<Request[]>
  /** One about a payment that this shop never had. */
  stray(): Request
}

export function acquirer(database: Database, shopId: string, clock: Clock): Acquirer {
  const books = acquirerBooks(database)
  const provider = testAcquirer({ books, secrets: [acquirerSecret], publicUrl, clock, habits: () => [] })
  const payments = () =>
    database.kysely.selectFrom('acquirer_payments').selectAll().where('shop_id', '=', shopId).execute()
  const request = (paymentId: string, notification: object) => {
    const body = JSON.stringify(notification)
    const seconds = Math.floor(clock.now() / 1000)
    const signed = signWebhook([acquirerSecret], `evt_${paymentId}`, seconds, new TextEncoder().encode(body))
    return new Request(`${publicUrl}/acquirer/notifications`, { method: 'POST', headers: signed, body })
  }
  return {
    provider,
    payments,
    async pay(paymentId) {
      for (const { id, payment_id } of await payments()) {
        if (paymentId === undefined || payment_id === paymentId) await books.decide(id, { state: 'paid' })
      }
    },
    async notifications() {
      const decided = (await payments()).filter(({ state }) => state !== 'pending')
      return decided.map((payment) => request(payment.payment_id, notificationOf(payment, [])))
    },
    stray() {
      const status = { orderId: 'unknown', amount: { amount: 1, currency: 'RUB' }, state: 'paid' }
      return request('stray', { shopId, paymentId: 'stray', status })
    },
  }
}
