import type { ShopConfig } from '../configuration/shop-config.ts'
import { everybody } from './code-uses.ts'
import { promotionOf } from './promotion-of.ts'

/** What an order with these codes adds to their uses: one of everybody's and one of the buyer's, each with its limit. */
export function usesOfCodes(shop: ShopConfig, buyerId: string, codes: readonly string[]) {
  return codes.flatMap((code) => {
    const { limit = null, limitPerBuyer = null } = promotionOf(shop, code) ?? {}
    return [
      { code, counted_as: everybody, most: limit },
      { code, counted_as: buyerId, most: limitPerBuyer },
    ]
  })
}
