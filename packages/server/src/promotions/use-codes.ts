import { sql } from 'kysely'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { everybody } from './code-uses.ts'
import { promotionOf } from './promotion-of.ts'

/**
 * Counts an order's use of its codes with one conditional statement: false when one of them has just been used up by
 * somebody else, and the caller rolls back. Rows are written in the order of their keys, so that two orders never wait
 * for each other.
 */
export async function useCodes(
  connection: Connection,
  shop: ShopConfig,
  buyerId: string,
  codes: readonly string[],
): Promise<boolean> {
  if (codes.length === 0) return true
  const uses = [...codes].sort().flatMap((code) => {
    const { limit = null, limitPerBuyer = null } = promotionOf(shop, code) ?? {}
    return [
      { code, buyer: everybody, most: limit },
      { code, buyer: buyerId, most: limitPerBuyer },
    ]
  })
  const { rows } = await sql`
    insert into promo_uses (shop_id, code, buyer_id, used, most)
    select ${shop.id}::text, u.code, u.buyer_id, 1, u.most from unnest(
      ${uses.map(({ code }) => code)}::text[], ${uses.map(({ buyer }) => buyer)}::text[],
      ${uses.map(({ most }) => most)}::int8[]
    ) as u (code, buyer_id, most)
    on conflict (shop_id, code, buyer_id) do update set used = promo_uses.used + 1, most = excluded.most
      where excluded.most is null or promo_uses.used < excluded.most
    returning code
  `.execute(connection)
  return rows.length === uses.length
}
