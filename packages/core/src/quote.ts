import type { Adjustment } from './adjustment.ts'
import type { Money } from './money.ts'
import type { PaymentMethod } from './payment.ts'
import type { AppliedPromo } from './promotion.ts'
import type { Seller } from './seller.ts'
import type { Vat } from './vat.ts'

/** The server's prices for the cart at `revision`. An order is placed against its hash: no silent charge. */
export interface Quote {
  hash: string
  /** The cart's revision that was priced. */
  revision: number
  lines: QuoteLine[]
  /** What it becomes when it is placed: an order for each seller, in the order of the lines. */
  orders: QuotedOrder[]
  /** The goods before discounts. */
  subtotal: Money
  /** What is taken off the goods: the sum of the lines' discounts. Left out when there is none. */
  discount?: Money
  /** The codes that count, in the order of the cart. */
  promos: AppliedPromo[]
  /** Null until a delivery is chosen; 0 when a code makes it free. */
  delivery: Money | null
  deliveryVat?: Vat
  /** Goods without what is taken off, and delivery. */
  total: Money
  /** All VAT that `total` contains. Left out when there is none. */
  vat?: Money
  paymentMethods: PaymentMethod[]
  adjustments: Adjustment[]
}

/** One seller's share: the sums add up to those of the quote. Each seller sends a parcel of its own. */
export type QuotedOrder = { seller: Seller } & Pick<
  Quote,
  'subtotal' | 'discount' | 'promos' | 'delivery' | 'deliveryVat' | 'total' | 'vat'
>

export interface QuoteLine {
  variantId: string
  /** Whose it is: one of the quote's orders. */
  sellerId: string
  /** Of an order's line, while the shop still has it. */
  productId?: string
  title: string
  quantity: number
  unitPrice: Money
  /** The line's share of the discount, to the minor unit. Left out when there is none. */
  discount?: Money
  /** After the discount. */
  total: Money
  vat?: Vat
}
