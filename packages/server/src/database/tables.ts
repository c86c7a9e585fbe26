import type { PaymentFailureReason } from '@vitrina/core'
import type { Generated, JSONColumnType } from 'kysely'
import type { OrderEventType, OutboxChannel } from '../outbox/order-event.ts'
import type { PaymentNotification } from '../payments/payment-provider.ts'
import type {
  CartAdjustmentRow,
  CartLineRow,
  CartOperationRow,
  CartRow,
  PromoUsesRow,
} from './cart-tables.ts'
import type { CategoryRow, FeedImportRow, ProductRow, VariantRow } from './catalogue-tables.ts'
import type { OfShop } from './of-shop.ts'
import type { OrderLineRow, OrderMoveRow, OrderRow } from './order-tables.ts'

export interface Tables {
  shops: ShopRow
  categories: CategoryRow
  products: ProductRow
  variants: VariantRow
  feed_imports: FeedImportRow
  carts: CartRow
  cart_lines: CartLineRow
  cart_operations: CartOperationRow
  cart_adjustments: CartAdjustmentRow
  promo_uses: PromoUsesRow
  orders: OrderRow
  order_lines: OrderLineRow
  order_moves: OrderMoveRow
  payments: PaymentRow
  inbox: InboxRow
  outbox: OutboxRow
  order_links: OrderLinkRow
  ended_sessions: EndedSessionRow
  acquirer_payments: AcquirerPaymentRow
}

interface ShopRow extends OfShop {
  next_number: number
}

export interface PaymentRow extends OfShop {
  id: string
  order_id: string
  provider: string
  state: PaymentState
  reason: PaymentFailureReason | null
  /** The acquirer's page; null until the acquirer has answered. */
  url: string | null
  amount: number
  currency: string
  created_at: Date
  /** When the acquirer was asked last because somebody wanted to know. */
  checked_at: Date | null
  /** Why a person may want to look at it. */
  review: PaymentReview | null
  /** How often it was asked about, or sent back, without an outcome; and when that is done again. */
  checks: Generated<number>
  next_check_at: Date | null
}

/** `refund-due`: the money moved and has to go back. */
export type PaymentState = 'pending' | 'paid' | 'failed' | 'refund-due' | 'refunded'

export type PaymentReview =
  /** The acquirer names another amount, currency or order. */
  'mismatch' | 'paid-after-cancel' | 'paid-twice' | 'cancelled-after-payment' | 'refunded-elsewhere'

export interface InboxRow extends OfShop {
  provider: string
  event_id: string
  payment_id: string
  notification: JSONColumnType<PaymentNotification, string, string>
  received_at: Date
  /** Null until it was dealt with. */
  outcome: string | null
}

export interface OutboxRow extends OfShop {
  /** The event's id: what has happened and to what, so that it is written down once. */
  id: string
  channel: OutboxChannel
  type: OrderEventType
  order_id: string
  created_at: Date
  attempts: Generated<number>
  next_attempt_at: Date
  /** Null until it was dealt with. */
  outcome: 'told' | 'given-up' | 'unwanted' | null
}

/** Opens one order to whoever has the secret of which this is the hash. */
interface OrderLinkRow extends OfShop {
  order_id: string
  hash: string
  made_at: Date
  ends_at: Date
}

/** Tokens of sessions that began before this are good for nothing. */
interface EndedSessionRow extends OfShop {
  /** Not the id itself: it is of somebody who wants to be forgotten. */
  buyer_hash: string
  ended_at: Date
}

/** The test acquirer's own books, as another company would keep them: the shop reads them only through its port. */
export interface AcquirerPaymentRow extends OfShop {
  id: string
  payment_id: string
  order_id: string
  order_number: string
  shop_name: string
  amount: number
  currency: string
  state: 'pending' | 'paid' | 'failed' | 'refunded'
  reason: PaymentFailureReason | null
}
