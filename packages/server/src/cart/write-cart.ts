import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { CartPatch, CartState } from './apply-operations.ts'

export interface CartWrite {
  /** Nobody had it yet. */
  fresh: boolean
  /** Today, as `dayOf` says it. */
  day: Date
}

/**
 * Writes a batch in one statement, if the cart is still as it was read: false when somebody else was faster, or the cart
 * is no more.
 */
export async function writeCart(
  connection: Connection,
  { shopId, buyerId, cartId, revision }: CartState,
  patch: CartPatch,
  { fresh, day }: CartWrite,
): Promise<boolean> {
  const { rows, remarks, effects } = patch
  const codes = sql`${JSON.stringify(patch.promoCodes)}::jsonb`
  const cart = fresh
    ? sql`insert into carts (shop_id, buyer_id, id, revision, promo_codes, touched_at)
        values (${shopId}, ${buyerId}, ${cartId}, ${patch.revision}, ${codes}, ${day})
        on conflict (shop_id, buyer_id) do nothing`
    : sql`update carts set revision = ${patch.revision}, promo_codes = ${codes}, touched_at = ${day}
        where shop_id = ${shopId} and buyer_id = ${buyerId} and id = ${cartId} and revision = ${revision}`
  const written = await sql`
    with cart as (
      ${cart} returning shop_id, id as cart_id, revision
    ), operation as (
      insert into cart_operations (shop_id, cart_id, id, revision, variant_id, pieces, applied_at)
      select c.shop_id, c.cart_id, o.id, c.revision, o.variant_id, o.pieces, ${day}::timestamptz
      from cart c, unnest(
        ${effects.map(({ id }) => id)}::text[], ${effects.map(({ variantId }) => variantId)}::text[],
        ${effects.map(({ pieces }) => pieces)}::int4[]
      ) as o (id, variant_id, pieces)
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
