import { type Adjustment, money } from '@vitrina/core'
import type { CountedLine } from '@vitrina/core/pricing'
import { canonicalHash } from '../canonical-hash.ts'
import type { CartState } from '../cart/apply-operations.ts'
import { variantTitle } from '../catalogue/product-of-rows.ts'
import { vatRateOf } from '../catalogue/vat-rate.ts'
import { findSeller } from '../configuration/find-seller.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'

/** The lines of a cart with what the shop says of them now; price and title are null where it has them no more. */
export async function findPricedLines(connection: Connection, cart: CartState) {
  return connection
    .selectFrom('cart_lines as l')
    .leftJoin('variants as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variant_id'),
    )
    .leftJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .select(['l.variant_id', 'l.quantity', 'l.added_price'])
    .select(['v.price', 'v.stock', 'v.options', 'v.vat_rate', 'p.title', 'p.seller_id'])
    .where('l.shop_id', '=', cart.shopId)
    .where('l.cart_id', '=', cart.cartId)
    .where('l.quantity', '>', 0)
    .orderBy('l.position')
    .orderBy('l.variant_id')
    .execute()
}

export type PricedRow = Awaited<ReturnType<typeof findPricedLines>>[number]

/** None of what is no longer sold. */
export function countedLineOf(row: PricedRow, shop: ShopConfig): CountedLine[] {
  if (row.price === null || row.title === null || row.seller_id === null) return []
  const { variant_id: variantId, quantity } = row
  return [
    {
      variantId,
      seller: findSeller(shop, row.seller_id),
      title: variantTitle(row.title, row.options ?? {}),
      quantity,
      unitPrice: money(row.price, shop.currency),
      vatRate: vatRateOf(row.vat_rate, shop.vatRate),
    },
  ]
}

export function lineAdjustments(row: PricedRow, currency: string): Adjustment[] {
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
