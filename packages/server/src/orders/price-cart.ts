import {
  type Adjustment,
  type DeliveryOption,
  fail,
  type Money,
  money,
  multiplyMoney,
  ok,
  type Quote,
  type QuotedOrder,
  type QuoteLine,
  type Result,
  sumMoney,
} from '@vitrina/core'
import { canonicalHash } from '../canonical-hash.ts'
import type { CartState } from '../cart/apply-operations.ts'
import { variantTitle } from '../catalogue/product-of-rows.ts'
import { findSeller } from '../configuration/find-seller.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { quoteHash } from './quote-hash.ts'
import { splitBySeller } from './split-by-seller.ts'

/**
 * The server's prices for what is in the cart. Lines are priced as the buyer has them: one of which there is too
 * little is reported, and refused when it is ordered.
 */
export async function priceCart(
  connection: Connection,
  shop: ShopConfig,
  cart: CartState,
  option: DeliveryOption | null,
): Promise<Result<Quote, { code: 'cart-empty' }>> {
  const rows = await cartLines(connection, cart)
  const lines = rows.flatMap((row) => quoteLineOf(row, shop))
  if (lines.length === 0) return fail({ code: 'cart-empty' })
  const orders = splitBySeller(shop, lines, option)
  const sum = (figure: (order: QuotedOrder) => Money | null) =>
    sumMoney(
      orders.flatMap((order) => figure(order) ?? []),
      shop.currency,
    )
  const delivery = option && sum((order) => order.delivery)
  const total = sum((order) => order.total)
  return ok({
    hash: quoteHash({ lines, orders, deliveryOptionId: option?.id ?? null, total }, total),
    revision: cart.revision,
    lines,
    orders,
    subtotal: sum((order) => order.subtotal),
    delivery,
    total,
    paymentMethods: shop.paymentMethods,
    adjustments: rows.flatMap((row) => adjustmentsOf(row, shop.currency)),
  })
}

async function cartLines(connection: Connection, cart: CartState) {
  return connection
    .selectFrom('cart_lines as l')
    .leftJoin('variants as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variant_id'),
    )
    .leftJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .select([
      'l.variant_id',
      'l.quantity',
      'l.added_price',
      'v.price',
      'v.stock',
      'v.options',
      'p.title',
      'p.seller_id',
    ])
    .where('l.shop_id', '=', cart.shopId)
    .where('l.cart_id', '=', cart.cartId)
    .where('l.quantity', '>', 0)
    .orderBy('l.position')
    .orderBy('l.variant_id')
    .execute()
}

type Row = Awaited<ReturnType<typeof cartLines>>[number]

function quoteLineOf(row: Row, shop: ShopConfig): QuoteLine[] {
  if (row.price === null || row.title === null || row.seller_id === null) return []
  const unitPrice = money(row.price, shop.currency)
  const { variant_id: variantId, quantity } = row
  const { id: sellerId } = findSeller(shop, row.seller_id)
  const title = variantTitle(row.title, row.options ?? {})
  return [{ variantId, sellerId, title, quantity, unitPrice, total: multiplyMoney(unitPrice, quantity) }]
}

function adjustmentsOf(row: Row, currency: string): Adjustment[] {
  const about = (fact: string, ...figures: number[]) => ({
    // Made from what it says: the same fact asked for again is the same adjustment, seen or not.
    id: canonicalHash([fact, row.variant_id, ...figures]),
    variantId: row.variant_id,
    title: variantTitle(row.title ?? '', row.options ?? {}),
  })
  if (row.price === null || row.title === null) return [{ ...about('gone'), code: 'gone' }]
  const adjustments: Adjustment[] = []
  if (row.price !== row.added_price) {
    const before = money(row.added_price, currency)
    const after = money(row.price, currency)
    adjustments.push({ ...about('repriced', before.amount, after.amount), code: 'repriced', before, after })
  }
  if (row.stock !== null && row.stock < row.quantity) {
    adjustments.push({
      ...about('capped', row.quantity, row.stock),
      code: 'capped',
      requested: row.quantity,
      available: row.stock,
    })
  }
  return adjustments
}
