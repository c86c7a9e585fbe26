import type { CodeStanding } from '@vitrina/core/pricing'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { promotionOf } from './promotion-of.ts'

/** How many orders have used a code: of one buyer, or of everybody where the buyer is `everybody`. */
export interface CodeUses {
  code: string
  buyerId: string
  used: number
}

/** No buyer has an empty id. */
export const everybody = ''

export function codeStanding(shop: ShopConfig, code: string, uses: readonly CodeUses[]): CodeStanding {
  const own = uses.filter((use) => use.code === code)
  return {
    code,
    promotion: promotionOf(shop, code),
    used: own.find(({ buyerId }) => buyerId === everybody)?.used ?? 0,
    usedByBuyer: own.find(({ buyerId }) => buyerId !== everybody)?.used ?? 0,
  }
}
