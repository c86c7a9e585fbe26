import type { Delivery, DeliveryOption } from './delivery.ts'
import type { HostFailure, MerchantFailure } from './failure.ts'
import type { PlaceOrderFailure, StartPaymentFailure } from './merchant.ts'
import type { Order } from './order.ts'
import type { PaymentFailureReason, PaymentMethod } from './payment.ts'
import type { Quote } from './quote.ts'

/**
 * From cart to order. Kept in storage at every step, so that a reload, a killed web view or a lost answer goes on
 * where it was. `id` is made before the first request and stays until the outcome is known: it is the key under
 * which the server makes at most one order.
 */
export type Checkout =
  | { step: 'closed' }
  | {
      step: 'filling'
      id: string
      draft: CheckoutDraft
      deliveryOptions: DeliveryOption[] | null
      /** Null while the server is asked, or cannot be. */
      quote: Quote | null
      /** Fields that keep the order from being placed; empty until the buyer tried. */
      problems: DraftProblem[]
      /** Why the last attempt did not make an order, or why there is no quote. */
      failure: CheckoutFailure | null
    }
  /** The order is on its way. */
  | { step: 'placing'; id: string; draft: CheckoutDraft }
  /** Nobody knows yet whether there is an order; the server is being asked. */
  | { step: 'checking'; id: string; draft: CheckoutDraft; failure: MerchantFailure | null }
  /** The order exists, its money is not known to have moved. Of several sellers' orders one is paid after the other. */
  | ({ step: 'paying'; failure: StartPaymentFailure | null } & Ordered)
  | ({ step: 'unpaid'; reason: PaymentFailureReason } & Ordered)
  | ({ step: 'placed' } & Ordered)

/** What a checkout became. `id` is the checkout's. */
export interface Ordered {
  id: string
  /** One for each seller. */
  orders: Order[]
  /** The one that is to be paid now; when none is, the first that was not cancelled. */
  order: Order
}

export type CheckoutFailure = PlaceOrderFailure | { code: 'contact-refused'; reason: HostFailure['code'] }

/** What the buyer has typed and chosen; any of it may be missing or wrong. */
export interface CheckoutDraft {
  name: string
  phone: string
  delivery: Delivery | null
  paymentMethod: PaymentMethod | null
  /** The buyer agreed to the processing of personal data. Never preset. */
  consent: boolean
}

/** A field of the draft and what is wrong with it. */
export type DraftProblem =
  | { field: 'name'; code: 'required' | 'too-long' }
  | { field: 'phone'; code: 'required' | 'invalid' }
  | { field: 'delivery'; code: 'required' }
  | { field: 'address'; code: 'required' | 'too-long' }
  | { field: 'payment'; code: 'required' }
  | { field: 'consent'; code: 'required' }

export const emptyDraft: CheckoutDraft = {
  name: '',
  phone: '',
  delivery: null,
  paymentMethod: null,
  consent: false,
}
