import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import type { CartPatch, CartState } from './apply-operations.ts'

export interface CartWrite {
  state: Omit<CartState, 'shopId'>
  patch: CartPatch
}

export interface CartWrites {
  /** Carts that somebody had when they were read; each is written if it is still as it was. */
  known: readonly CartWrite[]
  /** Carts that nobody had. */
  fresh: readonly CartWrite[]
  /** Today, as `dayOf` says it. */
  day: Date
}

/**
 * Writes what came of several syncs, all at once; answers with the ids of the carts that were written. One that somebody
 * else was faster with, or that is no more, is left out.
 */
export async function writeCarts(
  connection: Connection,
  shopId: string,
  { known, fresh, day }: CartWrites,
): Promise<Set<string>> {
  const moved = await write(connection, shopId, known, day, (input) => {
    return sql`
      update carts c set revision = i.next, promo_codes = i.promo_codes, touched_at = ${day} from ${input}
      where c.shop_id = ${shopId} and c.buyer_id = i.buyer_id and c.id = i.cart_id and c.revision = i.revision
      returning c.id as cart_id, c.revision`
  })
  const made = await write(connection, shopId, fresh, day, (input) => {
    return sql`
      insert into carts (shop_id, buyer_id, id, revision, promo_codes, touched_at)
      select ${shopId}, i.buyer_id, i.cart_id, i.next, i.promo_codes, ${day}::timestamptz from ${input}
      order by i.buyer_id
      on conflict (shop_id, buyer_id) do nothing returning id as cart_id, revision`
  })
  return new Set([...moved, ...made])
}

async function write(
  connection: Connection,
  shopId: string,
  writes: readonly CartWrite[],
  day: Date,
  cartOf: (input: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<string[]> {
  if (writes.length === 0) return []
  const input = sql`jsonb_to_recordset(${JSON.stringify(writes.map(cartRow))}::jsonb)
    as i (buyer_id text, cart_id text, revision int8, next int8, promo_codes jsonb)`
  const { rows } = await sql<{ cart_id: string }>`
    with cart as (${cartOf(input)}), operation as (
      insert into cart_operations (shop_id, cart_id, id, revision, variant_id, pieces, applied_at)
      select ${shopId}, c.cart_id, o.id, c.revision, o.variant_id, o.pieces, ${day}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(writes.flatMap(effectRows))}::jsonb)
        as o (cart_id text, id text, variant_id text, pieces int4)
      join cart c on c.cart_id = o.cart_id
      on conflict (shop_id, cart_id, id) do nothing
    ), line as (
      insert into cart_lines (shop_id, cart_id, variant_id, revision, quantity, position, added_price)
      select ${shopId}, c.cart_id, l.variant_id, c.revision, l.quantity, l.position, l.added_price
      from jsonb_to_recordset(${JSON.stringify(writes.flatMap(lineRows))}::jsonb)
        as l (cart_id text, variant_id text, quantity int4, position int8, added_price int8)
      join cart c on c.cart_id = l.cart_id
      on conflict (shop_id, cart_id, variant_id) do update set revision = excluded.revision,
        quantity = excluded.quantity, position = excluded.position, added_price = excluded.added_price
    ), remark as (
      insert into cart_adjustments (shop_id, cart_id, subject, revision, adjustment)
      select ${shopId}, c.cart_id, a.subject, c.revision, a.adjustment
      from jsonb_to_recordset(${JSON.stringify(writes.flatMap(remarkRows))}::jsonb)
        as a (cart_id text, subject text, adjustment jsonb)
      join cart c on c.cart_id = a.cart_id
      on conflict (shop_id, cart_id, subject) do update
        set revision = excluded.revision, adjustment = excluded.adjustment
    )
    select cart_id from cart
  `.execute(connection)
  return rows.map((row) => row.cart_id)
}

function cartRow({ state, patch }: CartWrite) {
  return {
    buyer_id: state.buyerId,
    cart_id: state.cartId,
    revision: state.revision,
    next: patch.revision,
    promo_codes: patch.promoCodes,
  }
}

function effectRows({ state: { cartId }, patch: { effects } }: CartWrite) {
  return effects.map(({ id, variantId, pieces }) => ({ cart_id: cartId, id, variant_id: variantId, pieces }))
}

function lineRows({ state: { cartId }, patch: { rows } }: CartWrite) {
  return rows.map(({ variantId, quantity, position, addedPrice }) => ({
    cart_id: cartId,
    variant_id: variantId,
    quantity,
    position,
    added_price: addedPrice,
  }))
}

function remarkRows({ state: { cartId }, patch: { remarks } }: CartWrite) {
  return remarks.map(({ subject, adjustment }) => ({ cart_id: cartId, subject, adjustment }))
}
