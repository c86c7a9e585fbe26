import { normalizePromoCode, type Promotion } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'

const known = new WeakMap<ShopConfig, Map<string, Promotion>>()

/** The promotion of a code in its one way to be written; there may be thousands of them. */
export function promotionOf(shop: ShopConfig, code: string): Promotion | undefined {
  let byCode = known.get(shop)
  if (!byCode) {
    byCode = new Map(shop.promotions?.map((promotion) => [normalizePromoCode(promotion.code), promotion]))
    known.set(shop, byCode)
  }
  return byCode.get(code)
}
