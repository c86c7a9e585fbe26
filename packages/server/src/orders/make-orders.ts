import { randomUUID } from 'node:crypto'
import { money, type Order, type OrderRequest, type Quote, type QuoteLine } from '@vitrina/core'

/** What is written down when a checkout is placed. */
export interface NewCheckout {
  buyerId: string
  cartId: string
  /** The cart's revision that was priced. */
  revision: number
  fingerprint: string
  consentVersion: string
  /** One for each seller, in the order of the quote. */
  orders: Order[]
}

export interface OrderDetails {
  request: OrderRequest
  quote: Quote
  /** For people. The first order has it as it is, the others with their place behind: 1042, 1042-2, 1042-3. */
  number: number
  placedAt: Date
  deliveryText: string
  /** By variant. */
  productIds: ReadonlyMap<string, string>
}

/** The orders that a quote becomes. */
export function makeOrders({ productIds, ...details }: OrderDetails): Order[] {
  const { request, quote, number, placedAt, deliveryText } = details
  const { checkoutId, contact, delivery, paymentMethod } = request
  const lines = quote.lines.map((line): QuoteLine => {
    const productId = productIds.get(line.variantId)
    return { ...line, ...(productId !== undefined && { productId }) }
  })
  return quote.orders.map(({ delivery: price, ...sums }, part) => ({
    id: randomUUID(),
    number: part === 0 ? String(number) : `${number}-${part + 1}`,
    checkoutId,
    state: paymentMethod === 'card' ? 'awaiting-payment' : 'confirmed',
    placedAt: placedAt.toISOString(),
    lines: lines.filter(({ sellerId }) => sellerId === sums.seller.id),
    contact,
    delivery,
    deliveryText,
    deliveryPrice: price ?? money(0, sums.total.currency),
    ...sums,
    paymentMethod,
    payment: null,
  }))
}
