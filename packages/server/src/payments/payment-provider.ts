import type { Money, PaymentFailureReason, Result, Seller } from '@vitrina/core'

/**
 * An acquirer. A payment has our id, made before the acquirer hears of it: asking twice under one id makes one
 * payment. What the acquirer says is believed only when it is signed, or was asked for by us.
 */
export interface PaymentProvider {
  readonly name: string
  /** Makes a payment, or finds the one made before under this id. `url` is the page where the buyer pays. */
  create(request: PaymentRequest): Promise<Result<{ url: string }, ProviderFailure>>
  get(key: PaymentKey): Promise<Result<PaymentStatus, ProviderFailure>>
  /**
   * Sends back all of a payment; a second time does nothing and succeeds. Without it, or when it fails, a person does it,
   * and the acquirer's `refunded` tells us.
   */
  refund?(key: PaymentKey): Promise<Result<void, ProviderFailure>>
  /** Checks the signature over the raw bytes and the age, then reads. */
  parseNotification(
    rawBody: Uint8Array,
    headers: Headers,
  ): Promise<Result<PaymentNotification, NotificationFailure>>
}

export interface PaymentKey {
  shopId: string
  paymentId: string
}

export interface PaymentRequest extends PaymentKey {
  orderId: string
  /** What the buyer is shown: whom is being paid, and for what. */
  orderNumber: string
  shopName: string
  /** Whose order it is, and so whose money. */
  seller: Seller
  amount: Money
}

/** What the acquirer knows of a payment; order and amount are repeated to be compared with ours. */
export type PaymentStatus = { orderId: string; amount: Money } & PaymentOutcome

export type PaymentOutcome =
  | { state: 'pending' }
  | { state: 'paid' }
  | { state: 'refunded' }
  | { state: 'failed'; reason: PaymentFailureReason }

export interface PaymentNotification extends PaymentKey {
  /** Unique: the same event comes again and again until it is answered. */
  eventId: string
  status: PaymentStatus
}

export type ProviderFailure = { code: 'unavailable'; reason: string } | { code: 'not-found' }

export type NotificationFailure = { code: 'forged' } | { code: 'too-old' } | { code: 'malformed' }
