import type { CodeStanding } from '@vitrina/core/pricing'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { promotionOf } from './promotion-of.ts'

/** How many orders have used a code: of one buyer, or of everybody where the buyer is `everybody`. */
export interface CodeUses {
  code: string
  buyerId: string
  used: number
}

/** No buyer has an empty id. */
export const everybody = ''

export async function findCodeUses(
  connection: Connection,
  { shopId, buyerId }: { shopId: string; buyerId: string },
  codes: readonly string[],
): Promise<CodeUses[]> {
  if (codes.length === 0) return []
  return connection
    .selectFrom('promo_uses')
    .select(['code', 'buyer_id as buyerId', 'used'])
    .where('shop_id', '=', shopId)
    .where('code', 'in', codes)
    .where('buyer_id', 'in', [everybody, buyerId])
    .execute()
}

export function codeStanding(shop: ShopConfig, code: string, uses: readonly CodeUses[]): CodeStanding {
  const own = uses.filter((use) => use.code === code)
  return {
    code,
    promotion: promotionOf(shop, code),
    used: own.find(({ buyerId }) => buyerId === everybody)?.used ?? 0,
    usedByBuyer: own.find(({ buyerId }) => buyerId !== everybody)?.used ?? 0,
  }
}
