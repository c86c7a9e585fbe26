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
      discount: quote.discount?.amount ?? 0,
      promos: JSON.stringify(quote.promos.map(({ code, amount }) => ({ code, amount: amount.amount }))),
      delivery_price: quote.delivery?.amount ?? 0,
      delivery_vat_rate: quote.deliveryVat?.rate ?? null,
      delivery_vat: quote.deliveryVat?.amount.amount ?? null,
      total: quote.total.amount,
      vat: quote.vat?.amount ?? null,
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
    discount: line.discount?.amount ?? 0,
    total: line.total.amount,
    vat_rate: line.vat?.rate ?? null,
    vat: line.vat?.amount.amount ?? null,
  }))
  await connection.insertInto('order_lines').values(lines).execute()
  const key = { shopId: owner.shopId, orderId: id }
  await putEvent(connection, key, { type: 'order.placed', at: order.placedAt })
  return true
}
