import type { Adjustment } from './adjustment.ts'
import type { Money } from './money.ts'
import type { PaymentMethod } from './payment.ts'
import type { Seller } from './seller.ts'

/** The server's prices for the cart at `revision`. An order is placed against its hash: no silent charge. */
export interface Quote {
  hash: string
  /** The cart's revision that was priced. */
  revision: number
  lines: QuoteLine[]
  /** What it becomes when it is placed: an order for each seller, in the order of the lines. */
  orders: QuotedOrder[]
  subtotal: Money
  /** Null until a delivery is chosen. */
  delivery: Money | null
  total: Money
  paymentMethods: PaymentMethod[]
  adjustments: Adjustment[]
}

/** One seller's share: its sums add up to those of the quote. */
export interface QuotedOrder {
  seller: Seller
  subtotal: Money
  /** Each seller sends its own parcel. Null until a delivery is chosen. */
  delivery: Money | null
  total: Money
}

export interface QuoteLine {
  variantId: string
  /** Whose it is: one of the quote's orders. */
  sellerId: string
  title: string
  quantity: number
  unitPrice: Money
  total: Money
}
