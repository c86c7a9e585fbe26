import type { Money } from '../money.ts'
import type { Order } from '../order.ts'
import type { PaymentMethod } from '../payment.ts'

/** What was seen, taken or bought. */
export interface EventItem {
  productId: string
  variantId: string
  title: string
  /** The variant in words: `M, blue`; '' where there is nothing to choose. */
  variant: string
  categoryId?: string
  price: Money
  quantity: number
}

/** Something that a buyer did, told once. */
export type ShopEvent =
  | { name: 'view-list'; items: EventItem[]; search?: string; categoryId?: string; sellerId?: string }
  /** Taken from a list or a feed to be looked at; a deep link is only a view. */
  | { name: 'select'; item: EventItem }
  | { name: 'view'; item: EventItem }
  | { name: 'add'; item: EventItem }
  | { name: 'remove'; item: EventItem }
  | { name: 'begin-checkout'; items: EventItem[]; value: Money }
  | { name: 'add-shipping'; optionId: string; items: EventItem[]; value: Money }
  | { name: 'add-payment'; method: PaymentMethod; items: EventItem[]; value: Money }
  /** Paid, or to be paid on receipt. */
  | { name: 'purchase'; order: Order; items: EventItem[]; value: Money }
