import { randomUUID } from 'node:crypto'
import type { OrderRequest, Quote } from '@vitrina/core'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { Connection } from '../database/transaction.ts'
import { putEvent } from '../outbox/put-event.ts'

export interface NewOrders {
  /** For people. The first order has it as it is, the others with their place behind: 1042, 1042-2, 1042-3. */
  number: number
  fingerprint: string
  placedAt: Date
  owner: CartOwner
  request: OrderRequest
  quote: Quote
  deliveryText: string
}

/** Inserts an order for each seller of a quote, with its lines; false when the checkout has one already, of whomever. */
export async function writeOrders(connection: Connection, placed: NewOrders): Promise<boolean> {
  const { owner, quote, placedAt } = placed
  const orders = quote.orders.map((order, part) => ({ ...order, part, id: randomUUID() }))
  const inserted = await connection
    .insertInto('orders')
    .values(orders.map((order) => ({ ...commonOf(placed), ...ownOf(order, placed.number) })))
    .onConflict((conflict) => conflict.columns(['shop_id', 'checkout_id', 'part']).doNothing())
    .returning('id')
    .execute()
  if (inserted.length < orders.length) return false
  const idOf = new Map(orders.map(({ seller, id }) => [seller.id, id]))
  const lines = quote.lines.map((line, position) => ({
    shop_id: owner.shopId,
    order_id: idOf.get(line.sellerId) ?? '',
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
  for (const { id: orderId } of orders) {
    await putEvent(connection, { shopId: owner.shopId, orderId }, { type: 'order.placed', at: placedAt })
  }
  return true
}

function commonOf({ owner, request, quote, fingerprint, placedAt, deliveryText }: NewOrders) {
  return {
    shop_id: owner.shopId,
    buyer_id: owner.buyerId,
    checkout_id: request.checkoutId,
    fingerprint,
    state: request.paymentMethod === 'card' ? ('awaiting-payment' as const) : ('confirmed' as const),
    placed_at: placedAt,
    currency: quote.total.currency,
    payment_method: request.paymentMethod,
    contact: JSON.stringify(request.contact),
    delivery: JSON.stringify(request.delivery),
    delivery_text: deliveryText,
    consent_version: request.consent.version,
  }
}

function ownOf(order: Quote['orders'][number] & { part: number; id: string }, number: number) {
  const { id, part, seller } = order
  return {
    id,
    part,
    seller: JSON.stringify(seller),
    number: part === 0 ? String(number) : `${number}-${part + 1}`,
    subtotal: order.subtotal.amount,
    discount: order.discount?.amount ?? 0,
    promos: JSON.stringify(order.promos.map(({ code, amount }) => ({ code, amount: amount.amount }))),
    delivery_price: order.delivery?.amount ?? 0,
    delivery_vat_rate: order.deliveryVat?.rate ?? null,
    delivery_vat: order.deliveryVat?.amount.amount ?? null,
    total: order.total.amount,
    vat: order.vat?.amount ?? null,
  }
}
