import type { Order, QuoteLine, Vat } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { CartOwner } from '../cart/sync-cart.ts'
import type { OrderLineRow, OrderRow } from '../database/order-tables.ts'
import type { Connection } from '../database/transaction.ts'
import { paymentsOfOrders } from '../payments/payments-of-orders.ts'

export interface OrderFilter {
  id?: string | undefined
  checkoutId?: string | undefined
}

/** A buyer's own orders, newest first, at most 50; those of one checkout in the order of its quote. */
export async function findOrders(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  { id, checkoutId }: OrderFilter = {},
): Promise<Order[]> {
  const rows = await connection
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', buyerId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .$if(checkoutId !== undefined, (query) => query.where('checkout_id', '=', checkoutId ?? ''))
    .orderBy('placed_at', 'desc')
    .orderBy('checkout_id')
    .orderBy('part')
    .limit(50)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const lines = await linesOf(connection, shopId, ids)
  const payments = await paymentsOfOrders(connection, shopId, ids)
  return rows.map((row) => ({
    ...orderOf(row),
    lines: (lines.get(row.id) ?? []).map((line) => quoteLineOf(line, row.seller.id, row.currency)),
    ...(payments.get(row.id) ?? { payment: null }),
  }))
}

async function linesOf(connection: Connection, shopId: string, orderIds: readonly string[]) {
  const rows = await connection
    .selectFrom('order_lines as l')
    .leftJoin('variants as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variant_id'),
    )
    .selectAll('l')
    .select('v.product_id')
    .where('l.shop_id', '=', shopId)
    .where('l.order_id', 'in', orderIds)
    .orderBy('l.position')
    .execute()
  return Map.groupBy(rows, (row) => row.order_id)
}

function quoteLineOf(
  row: Selectable<OrderLineRow> & { product_id: string | null },
  sellerId: string,
  currency: string,
): QuoteLine {
  return {
    variantId: row.variant_id,
    sellerId,
    ...(row.product_id !== null && { productId: row.product_id }),
    title: row.title,
    quantity: row.quantity,
    unitPrice: { amount: row.unit_price, currency },
    ...(row.discount > 0 && { discount: { amount: row.discount, currency } }),
    total: { amount: row.total, currency },
    ...vatOf(row.vat_rate, row.vat, currency),
  }
}

function vatOf(rate: number | null, amount: number | null, currency: string): { vat?: Vat } {
  return rate === null || amount === null ? {} : { vat: { rate, amount: { amount, currency } } }
}

function orderOf(row: Selectable<OrderRow>): Omit<Order, 'lines' | 'payment'> {
  const { currency } = row
  const { vat: deliveryVat } = vatOf(row.delivery_vat_rate, row.delivery_vat, currency)
  return {
    id: row.id,
    number: row.number,
    checkoutId: row.checkout_id,
    seller: row.seller,
    state: row.state,
    ...(row.cancel_reason && { cancelReason: row.cancel_reason }),
    placedAt: row.placed_at.toISOString(),
    contact: row.contact,
    delivery: row.delivery,
    deliveryText: row.delivery_text,
    deliveryPrice: { amount: row.delivery_price, currency },
    ...(deliveryVat && { deliveryVat }),
    subtotal: { amount: row.subtotal, currency },
    ...(row.discount > 0 && { discount: { amount: row.discount, currency } }),
    promos: row.promos.map(({ code, amount }) => ({ code, amount: { amount, currency } })),
    total: { amount: row.total, currency },
    ...(row.vat !== null && { vat: { amount: row.vat, currency } }),
    paymentMethod: row.payment_method,
  }
}
