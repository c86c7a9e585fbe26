import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'

export interface Wanted {
  variantId: string
  quantity: number
}

/**
 * Takes stock with one conditional statement, or leaves it: answers with the ids of which there was too little, and
 * the caller rolls back. Rows are locked in the order of their ids, so that two orders never wait for each other. A
 * stock that nobody counts is always enough.
 */
export async function takeStock(
  connection: Connection,
  shopId: string,
  wanted: readonly Wanted[],
): Promise<string[]> {
  const quantities = new Map<string, number>()
  for (const { variantId, quantity } of wanted) {
    quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
  }
  const { rows } = await sql<{ id: string }>`
    with wanted as (
      select * from unnest(${[...quantities.keys()]}::text[], ${[...quantities.values()]}::int4[])
        as w (id, quantity)
    ), locked as (
      select v.id, w.quantity from variants v join wanted w on w.id = v.id
      where v.shop_id = ${shopId} and v.stock is not null
      order by v.id for update of v
    ), taken as (
      update variants v set stock = v.stock - l.quantity from locked l
      where v.shop_id = ${shopId} and v.id = l.id and v.stock >= l.quantity
      returning v.id
    )
    select id from taken
    union all
    select v.id from variants v join wanted w on w.id = v.id
    where v.shop_id = ${shopId} and v.stock is null
  `.execute(connection)
  const taken = new Set(rows.map((row) => row.id))
  return [...quantities.keys()].filter((id) => !taken.has(id))
}
