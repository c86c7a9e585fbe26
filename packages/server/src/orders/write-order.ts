import type { OrderRequest, Quote } from '@vitrina/core'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { Connection } from '../database/transaction.ts'
import { putEvent } from '../outbox/put-event.ts'

export interface NewOrder {
  id: string
  number: number
  fingerprint: string
  placedAt: Date
  owner: CartOwner
  request: OrderRequest
  quote: Quote
  deliveryText: string
}

/** Inserts an order with its lines; false when its checkout has one already, of whomever. */
export async function writeOrder(connection: Connection, order: NewOrder): Promise<boolean> {
  const { id, owner, request, quote } = order
  const inserted = await connection
    .insertInto('orders')
    .values({
      shop_id: owner.shopId,
      id,
      buyer_id: owner.buyerId,
      checkout_id: request.checkoutId,
      fingerprint: order.fingerprint,
      number: String(order.number),
      state: request.paymentMethod === 'card' ? 'awaiting-payment' : 'confirmed',
      placed_at: order.placedAt,
      currency: quote.total.currency,
      subtotal: quote.subtotal.amount,
      delivery_price: quote.delivery?.amount ?? 0,
      total: quote.total.amount,
      payment_method: request.paymentMethod,
      contact: JSON.stringify(request.contact),
      delivery: JSON.stringify(request.delivery),
      delivery_text: order.deliveryText,
      consent_version: request.consent.version,
    })
    .onConflict((conflict) => conflict.columns(['shop_id', 'checkout_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  const lines = quote.lines.map((line, position) => ({
    shop_id: owner.shopId,
    order_id: id,
    position,
    variant_id: line.variantId,
    title: line.title,
    quantity: line.quantity,
    unit_price: line.unitPrice.amount,
    total: line.total.amount,
  }))
  await connection.insertInto('order_lines').values(lines).execute()
  const key = { shopId: owner.shopId, orderId: id }
  await putEvent(connection, key, { type: 'order.placed', at: order.placedAt })
  return true
}
