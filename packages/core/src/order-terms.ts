import type { Money } from './money.ts'

/** What a shop asks of any order, known before there is a quote. */
export interface OrderTerms {
  /** Goods, before discounts, that an order has to come to at least. */
  minimum?: Money
  /** The cheapest way of delivery. Left out where there is not one parcel for all of it. */
  deliveryFrom?: Money
}
