import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { OrderKey } from '../orders/move-order.ts'
import { everybody } from './code-uses.ts'

/**
 * Gives back a checkout's use of its codes when the last of its orders is cancelled; whoever moved one to `cancelled` calls
 * this, in the same transaction.
 */
export async function returnCodes(connection: Connection, { shopId, orderId }: OrderKey): Promise<void> {
  await sql`
    with siblings as (
      select buyer_id, state, promos from orders
      where shop_id = ${shopId}
        and checkout_id = (select checkout_id from orders where shop_id = ${shopId} and id = ${orderId})
      order by part for update
    ), used as (
      select distinct s.buyer_id, p.promo ->> 'code' as code
      from siblings s, jsonb_array_elements(s.promos) as p (promo)
      where not exists (select 1 from siblings where state <> 'cancelled')
    ), locked as (
      select u.code, u.buyer_id from promo_uses u join used on used.code = u.code
      where u.shop_id = ${shopId} and u.buyer_id in (${everybody}, used.buyer_id)
      order by u.code, u.buyer_id for update of u
    )
    update promo_uses u set used = u.used - 1 from locked l
    where u.shop_id = ${shopId} and u.code = l.code and u.buyer_id = l.buyer_id
  `.execute(connection)
}
