import type { Adjustment, CartSync, Picture } from '@vitrina/core'
import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import { type CodeUses, everybody } from '../promotions/code-uses.ts'
import type { SettledLine } from './apply-operation.ts'

/** A line and the revision that changed it last; quantity 0 marks one that was removed. */
export interface CartRow extends SettledLine {
  variantId: string
  revision: number
}

/** What the server said, and when. */
export interface CartRemark {
  /** What it is about: a variant's id, `promo` and a code, or `merged`. */
  subject: string
  revision: number
  adjustment: Adjustment
}

/** A variant as a cart shows it. */
export interface CartArticle {
  id: string
  productId: string
  title: string
  options: Record<string, string>
  picture: Picture | null
  price: number
  stock: number | null
}

/** As much of a cart as a sync is about: what changed since the client's revision, and what the operations touch. */
export interface CartExtract {
  /** Null when the buyer has no cart yet. */
  id: string | null
  /** The day of the last call. */
  touched: Date | null
  revision: number
  /** The revision that the client knows of this very cart; 0 when it knows nothing that can be built on. */
  since: number
  rows: CartRow[]
  promoCodes: string[]
  /** Of the codes that the operations give. */
  uses: CodeUses[]
  remarks: CartRemark[]
  /** Of all rows and operations, as far as the shop has them. */
  articles: CartArticle[]
  /** Which of the operations are in already. */
  applied: string[]
}

/** A buyer, and what the buyer's client sends. */
export interface CartAsk {
  buyerId: string
  sync: CartSync
}

/**
 * Reads for as many as ask at the same moment, in one statement, so that it is all of one moment; in their order. The
 * limits hold the data base to looking up each cart, line and article: it likes to read all of a table that it takes for
 * small, once for each who asks.
 */
export async function readCarts(
  connection: Connection,
  shopId: string,
  asked: readonly CartAsk[],
): Promise<CartExtract[]> {
  const { rows } = await sql<CartExtract>`
    with cart as (
      select a.place, a.buyer_id, a.variants, a.codes, a.operations, c.id, c.touched_at,
        coalesce(c.revision, 0) as revision, coalesce(c.promo_codes, '[]') as promo_codes,
        case when c.id = a.cart_id and c.revision >= a.since then a.since else 0 end as since
      from jsonb_to_recordset(${JSON.stringify(asked.map(askRow))}::jsonb) as a (place int4, buyer_id text,
        cart_id text, since int8, variants jsonb, codes jsonb, operations jsonb)
      left join lateral (
        select id, touched_at, revision, promo_codes from carts
        where shop_id = ${shopId} and buyer_id = a.buyer_id limit 1
      ) c on true
    ), line as (
      select c.place, l.variant_id, l.revision, l.quantity, l.position, l.added_price
      from cart c cross join lateral (
        select variant_id, revision, quantity, position, added_price from cart_lines
        where shop_id = ${shopId} and cart_id = c.id and revision > c.since
        union
        select l.variant_id, l.revision, l.quantity, l.position, l.added_price
        from jsonb_array_elements_text(c.variants) as w (id) cross join lateral (
          select variant_id, revision, quantity, position, added_price from cart_lines
          where shop_id = ${shopId} and cart_id = c.id and variant_id = w.id limit 1
        ) l
      ) l
    )
    select c.id, c.touched_at as touched, c.revision, c.since, c.promo_codes as "promoCodes",
      (select coalesce(json_agg(json_build_object(
          'variantId', l.variant_id, 'revision', l.revision, 'quantity', l.quantity, 'position', l.position,
          'addedPrice', l.added_price)), '[]') from line l where l.place = c.place) as rows,
      (select coalesce(json_agg(json_build_object(
          'code', u.code, 'buyerId', u.buyer_id, 'used', u.used)), '[]')
        from promo_uses u where u.shop_id = ${shopId} and u.buyer_id in (${everybody}, c.buyer_id)
          and u.code in (select jsonb_array_elements_text(c.codes))) as uses,
      (select coalesce(json_agg(json_build_object(
          'subject', r.subject, 'revision', r.revision, 'adjustment', r.adjustment)), '[]')
        from cart_adjustments r
        where r.shop_id = ${shopId} and r.cart_id = c.id and r.revision > c.since) as remarks,
      (select coalesce(json_agg(json_build_object(
          'id', v.id, 'productId', p.id, 'title', p.title, 'options', v.options, 'price', v.price,
          'stock', v.stock, 'picture', case when v.picture is null then p.pictures -> 0 else coalesce(
            (select x from jsonb_array_elements(p.pictures) x where x ->> 'url' = v.picture limit 1),
            jsonb_build_object('url', v.picture)) end)), '[]')
        from (
          select l.variant_id as id from line l where l.place = c.place
          union select jsonb_array_elements_text(c.variants)
        ) w cross join lateral (
          select id, product_id, options, price, stock, picture from variants
          where shop_id = ${shopId} and id = w.id limit 1
        ) v cross join lateral (
          select id, title, pictures from products where shop_id = ${shopId} and id = v.product_id limit 1
        ) p) as articles,
      (select coalesce(json_agg(o.id), '[]')
        from jsonb_array_elements_text(c.operations) as w (id) cross join lateral (
          select id from cart_operations
          where shop_id = ${shopId} and cart_id = c.id and id = w.id limit 1
        ) o) as applied
    from cart c order by c.place
  `.execute(connection)
  return rows
}

function askRow({ buyerId, sync: { cartId, since, operations } }: CartAsk, place: number) {
  return {
    place,
    buyer_id: buyerId,
    cart_id: cartId,
    since,
    variants: operations.flatMap((operation) => ('variantId' in operation ? operation.variantId : [])),
    codes: operations.flatMap((operation) => ('code' in operation ? operation.code : [])),
    operations: operations.map(({ id }) => id),
  }
}
