import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { OrderKey } from './move-order.ts'

/**
 * Gives back what an order took; whoever moved it to `cancelled` calls this, in the same transaction. Rows are locked
 * in the order of their ids, as they are for taking. What nobody counts is left uncounted.
 */
export async function returnStock(connection: Connection, { shopId, orderId }: OrderKey): Promise<void> {
  await sql`
    with back as (
      select variant_id as id, sum(quantity) as quantity from order_lines
      where shop_id = ${shopId} and order_id = ${orderId} group by variant_id
    ), locked as (
      select v.id, b.quantity from variants v join back b on b.id = v.id
      where v.shop_id = ${shopId} and v.stock is not null
      order by v.id for update of v
    )
    update variants v set stock = v.stock + l.quantity from locked l
    where v.shop_id = ${shopId} and v.id = l.id
  `.execute(connection)
}
