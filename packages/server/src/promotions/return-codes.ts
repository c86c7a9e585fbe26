import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { OrderKey } from '../orders/move-order.ts'
import { everybody } from './code-uses.ts'

/** Gives back an order's use of its codes; whoever moved it to `cancelled` calls this, in the same transaction. */
export async function returnCodes(connection: Connection, { shopId, orderId }: OrderKey): Promise<void> {
  await sql`
    with used as (
      select o.buyer_id, p.promo ->> 'code' as code
      from orders o, jsonb_array_elements(o.promos) as p (promo)
      where o.shop_id = ${shopId} and o.id = ${orderId}
    ), locked as (
      select u.code, u.buyer_id from promo_uses u join used on used.code = u.code
      where u.shop_id = ${shopId} and u.buyer_id in (${everybody}, used.buyer_id)
      order by u.code, u.buyer_id for update of u
    )
    update promo_uses u set used = u.used - 1 from locked l
    where u.shop_id = ${shopId} and u.code = l.code and u.buyer_id = l.buyer_id
  `.execute(connection)
}
