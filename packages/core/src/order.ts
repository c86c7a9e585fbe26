import type { Contact } from './contact.ts'
import type { Delivery } from './delivery.ts'
import type { Money } from './money.ts'
import type { Payment, PaymentMethod, Refund } from './payment.ts'
import type { AppliedPromo } from './promotion.ts'
import type { QuoteLine } from './quote.ts'
import type { Seller } from './seller.ts'
import type { Vat } from './vat.ts'

/** What was bought. It exists before any money moves. */
export interface Order {
  id: string
  /** For people: short, unique in the shop. */
  number: string
  /** The checkout it came from: one checkout, one order for each seller. */
  checkoutId: string
  seller: Seller
  state: OrderState
  /** Why, when it is cancelled. */
  cancelReason?: CancelReason
  /** ISO 8601, UTC. */
  placedAt: string
  lines: QuoteLine[]
  contact: Contact
  delivery: Delivery
  /** The chosen delivery in the merchant's words: the option's title and the address. */
  deliveryText: string
  deliveryPrice: Money
  deliveryVat?: Vat
  subtotal: Money
  discount?: Money
  promos: AppliedPromo[]
  total: Money
  vat?: Money
  paymentMethod: PaymentMethod
  /** The attempt that counts: the one that was paid, else the latest; null for cash and before the first one. */
  payment: Payment | null
  /** Left out when no money comes back. */
  refund?: Refund
}

export type OrderState = 'awaiting-payment' | 'confirmed' | 'shipped' | 'delivered' | 'cancelled'

/** `expired`: it was to be paid by card and was not in time. */
export type CancelReason = 'buyer' | 'merchant' | 'expired'

/** Every move an order can make: never back, and nowhere from its last two states. */
export const orderMoves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  'awaiting-payment': ['confirmed', 'cancelled'],
  confirmed: ['shipped', 'cancelled'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
}

/** What is sent to place the order of a checkout. The same `checkoutId` never makes a second one. */
export interface OrderRequest {
  checkoutId: string
  quoteHash: string
  contact: Contact
  delivery: Delivery
  paymentMethod: PaymentMethod
  consent: Consent
}

/** Consent to the processing of personal data: given, and to which version of the text. */
export interface Consent {
  personalData: true
  version: string
}
