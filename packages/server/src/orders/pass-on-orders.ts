import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'

/** All orders of a guest become a buyer's, and the codes that they used count as used by the buyer. */
export async function passOnOrders(
  connection: Connection,
  { shopId, from, to }: { shopId: string; from: string; to: string },
): Promise<void> {
  await connection
    .updateTable('orders')
    .set({ buyer_id: to })
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', from)
    .execute()
  await sql`
    insert into promo_uses (shop_id, code, buyer_id, used, most)
    select shop_id, code, ${to}::text, used, null from promo_uses
    where shop_id = ${shopId} and buyer_id = ${from} order by code
    on conflict (shop_id, code, buyer_id) do update set used = promo_uses.used + excluded.used, most = null
  `.execute(connection)
  await connection
    .deleteFrom('promo_uses')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', from)
    .execute()
}
