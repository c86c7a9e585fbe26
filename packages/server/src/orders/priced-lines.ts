import { type Adjustment, money, type ShortLine } from '@vitrina/core'
import type { CountedLine } from '@vitrina/core/pricing'
import { canonicalHash } from '../canonical-hash.ts'
import { variantTitle } from '../catalogue/product-of-rows.ts'
import { vatRateOf } from '../catalogue/vat-rate.ts'
import { findSeller } from '../configuration/find-seller.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { PricedRow } from './read-checkouts.ts'

/** None of what is no longer sold. */
export function countedLineOf(row: PricedRow, shop: ShopConfig): CountedLine[] {
  const { variantId, quantity, price, title, sellerId } = row
  if (price === null || title === null || sellerId === null) return []
  return [
    {
      variantId,
      seller: findSeller(shop, sellerId),
      title: variantTitle(title, row.options ?? {}),
      quantity,
      unitPrice: money(price, shop.currency),
      vatRate: vatRateOf(row.vatRate, shop.vatRate),
    },
  ]
}

export function lineAdjustments(row: PricedRow, currency: string): Adjustment[] {
  const about = (fact: string, ...figures: number[]) => ({
    // Made from what it says: the same fact asked for again is the same adjustment, seen or not.
    id: canonicalHash([fact, row.variantId, ...figures]),
    variantId: row.variantId,
    title: variantTitle(row.title ?? '', row.options ?? {}),
  })
  if (row.price === null || row.title === null) return [{ ...about('gone'), code: 'gone' }]
  const adjustments: Adjustment[] = []
  if (row.price !== row.addedPrice) {
    const before = money(row.addedPrice, currency)
    const after = money(row.price, currency)
    adjustments.push({ ...about('repriced', before.amount, after.amount), code: 'repriced', before, after })
  }
  if (isShort(row)) {
    adjustments.push({
      ...about('capped', row.quantity, row.stock),
      code: 'capped',
      requested: row.quantity,
      available: row.stock,
    })
  }
  return adjustments
}

/** Of which there is less than is in the cart; not those that the shop has no more at all. */
export function shortLines(rows: readonly PricedRow[]): ShortLine[] {
  return rows.filter(isShort).map(({ variantId, title, options, quantity, stock }) => ({
    variantId,
    title: variantTitle(title, options ?? {}),
    requested: quantity,
    left: stock,
  }))
}

function isShort(row: PricedRow): row is PricedRow & { title: string; stock: number } {
  return row.price !== null && row.title !== null && row.stock !== null && row.stock < row.quantity
}
