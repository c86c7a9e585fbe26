import type { Adjustment } from './adjustment.ts'
import type { Money } from './money.ts'
import type { PaymentMethod } from './payment.ts'

/** The server's prices for the cart at `revision`. An order is placed against its hash: no silent charge. */
export interface Quote {
  hash: string
  /** The cart's revision that was priced. */
  revision: number
  lines: QuoteLine[]
  subtotal: Money
  /** Null until a delivery is chosen. */
  delivery: Money | null
  total: Money
  paymentMethods: PaymentMethod[]
  adjustments: Adjustment[]
}

export interface QuoteLine {
  variantId: string
  title: string
  quantity: number
  unitPrice: Money
  total: Money
}
