import type { CartOperation } from '@vitrina/core'
import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { CartPatch, CartState } from './apply-operations.ts'

/**
 * Writes a batch in one statement, if the cart is still as it was read: false when somebody else was faster. A cart
 * that nobody had yet is made.
 */
export async function writeCart(
  connection: Connection,
  { shopId, buyerId, cartId, revision }: CartState,
  patch: CartPatch,
  operations: readonly CartOperation[],
): Promise<boolean> {
  const { rows, remarks, promoCodes } = patch
  const written = await sql`
    with cart as (
      insert into carts (shop_id, buyer_id, id, revision, promo_codes)
      values (${shopId}, ${buyerId}, ${cartId}, ${patch.revision}, ${JSON.stringify(promoCodes)}::jsonb)
      on conflict (shop_id, buyer_id) do update set revision = excluded.revision, promo_codes = excluded.promo_codes
        where carts.id = excluded.id and carts.revision = ${revision}
      returning shop_id, id as cart_id, revision
    ), operation as (
      insert into cart_operations (shop_id, cart_id, id, revision)
      select c.shop_id, c.cart_id, o.id, c.revision
      from cart c, unnest(${operations.map(({ id }) => id)}::text[]) as o (id)
      on conflict (shop_id, cart_id, id) do nothing
    ), line as (
      insert into cart_lines (shop_id, cart_id, variant_id, revision, quantity, position, added_price)
      select c.shop_id, c.cart_id, l.variant_id, c.revision, l.quantity, l.position, l.added_price
      from cart c, unnest(
        ${rows.map((row) => row.variantId)}::text[], ${rows.map((row) => row.quantity)}::int4[],
        ${rows.map((row) => row.position)}::int8[], ${rows.map((row) => row.addedPrice)}::int8[]
      ) as l (variant_id, quantity, position, added_price)
      on conflict (shop_id, cart_id, variant_id) do update set revision = excluded.revision,
        quantity = excluded.quantity, position = excluded.position, added_price = excluded.added_price
    ), remark as (
      insert into cart_adjustments (shop_id, cart_id, subject, revision, adjustment)
      select c.shop_id, c.cart_id, a.subject, c.revision, a.adjustment::jsonb
      from cart c, unnest(
        ${remarks.map((remark) => remark.subject)}::text[],
        ${remarks.map((remark) => JSON.stringify(remark.adjustment))}::text[]
      ) as a (subject, adjustment)
      on conflict (shop_id, cart_id, subject) do update
        set revision = excluded.revision, adjustment = excluded.adjustment
    )
    select cart_id from cart
  `.execute(connection)
  return written.rows.length > 0
}
