import type {
  AppliedPromo,
  CancelReason,
  Contact,
  Delivery,
  OrderState,
  PaymentMethod,
  Seller,
} from '@vitrina/core'
import type { Generated, JSONColumnType } from 'kysely'
import type { OfShop } from './of-shop.ts'

export interface OrderRow extends OfShop {
  id: string
  buyer_id: string
  checkout_id: string
  /** Its place among the orders of its checkout, from 0. */
  part: Generated<number>
  /** As it was when the order was placed. */
  seller: JSONColumnType<Seller, string, string>
  fingerprint: string
  number: string
  state: OrderState
  placed_at: Date
  currency: string
  subtotal: number
  discount: Generated<number>
  promos: JSONColumnType<StoredPromo[], string | undefined, string>
  delivery_price: number
  delivery_vat_rate: number | null
  delivery_vat: number | null
  total: number
  vat: number | null
  payment_method: PaymentMethod
  contact: JSONColumnType<Contact, string, string>
  delivery: JSONColumnType<Delivery, string, string>
  delivery_text: string
  consent_version: string
  cancel_reason: CancelReason | null
}

/** In the order's currency. */
export type StoredPromo = Omit<AppliedPromo, 'amount'> & { amount: number }

/** One row for each move of an order along core's table; the first state is not a move. */
export interface OrderMoveRow extends OfShop {
  order_id: string
  state: OrderState
  from_state: OrderState
  moved_at: Date
}

export interface OrderLineRow extends OfShop {
  order_id: string
  position: number
  variant_id: string
  title: string
  quantity: number
  unit_price: number
  discount: Generated<number>
  total: number
  vat_rate: number | null
  vat: number | null
}
