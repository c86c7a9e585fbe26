import type { Adjustment, CartSync } from '@vitrina/core'
import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import { type CodeUses, everybody } from '../promotions/code-uses.ts'
import type { SettledLine } from './apply-operation.ts'
import type { CartOwner } from './sync-cart.ts'

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
  picture: string | null
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

/** Reads it in one statement, so that it is all of one moment. */
export async function readCart(
  connection: Connection,
  { shopId, buyerId }: CartOwner,
  { cartId, since, operations }: CartSync,
): Promise<CartExtract> {
  const ids = operations.map(({ id }) => id)
  const touched = operations.flatMap((operation) => ('variantId' in operation ? operation.variantId : []))
  const codes = operations.flatMap((operation) => ('code' in operation ? operation.code : []))
  const { rows } = await sql<CartExtract>`
    with cart as (
      select id, touched_at, revision, promo_codes,
        case when id = ${cartId} and revision >= ${since}::int8 then ${since}::int8 else 0 end as since
      from carts where shop_id = ${shopId} and buyer_id = ${buyerId}
    ), line as (
      select variant_id, revision, quantity, position, added_price from cart_lines
      where shop_id = ${shopId} and cart_id = (select id from cart)
        and (revision > (select since from cart) or variant_id = any(${touched}::text[]))
    )
    select (select id from cart) as id, (select touched_at from cart) as touched,
      coalesce((select revision from cart), 0) as revision,
      coalesce((select since from cart), 0) as since,
      (select coalesce(json_agg(json_build_object(
          'variantId', variant_id, 'revision', revision, 'quantity', quantity, 'position', position,
          'addedPrice', added_price)), '[]') from line) as rows,
      coalesce((select promo_codes from cart), '[]') as "promoCodes",
      ${codes.length > 0 ? usesOf(shopId, buyerId, codes) : sql`'[]'::json`} as uses,
      (select coalesce(json_agg(json_build_object(
          'subject', subject, 'revision', revision, 'adjustment', adjustment)), '[]')
        from cart_adjustments where shop_id = ${shopId} and cart_id = (select id from cart)
          and revision > (select since from cart)) as remarks,
      (select coalesce(json_agg(json_build_object(
          'id', v.id, 'productId', p.id, 'title', p.title, 'options', v.options, 'price', v.price,
          'stock', v.stock, 'picture', coalesce(v.picture, p.pictures -> 0 ->> 'url'))), '[]')
        from variants v join products p on p.shop_id = v.shop_id and p.id = v.product_id
        where v.shop_id = ${shopId}
          and v.id in (select variant_id from line union select unnest(${touched}::text[]))) as articles,
      (select coalesce(json_agg(id), '[]') from cart_operations
        where shop_id = ${shopId} and cart_id = (select id from cart) and id = any(${ids}::text[])) as applied
  `.execute(connection)
  const [extract] = rows
  if (!extract) throw new Error('A select without a table has one row')
  return extract
}

function usesOf(shopId: string, buyerId: string, codes: readonly string[]) {
  return sql`(select coalesce(json_agg(json_build_object(
      'code', code, 'buyerId', buyer_id, 'used', used)), '[]')
    from promo_uses where shop_id = ${shopId} and code = any(${codes}::text[])
      and buyer_id in (${everybody}, ${buyerId}))`
}
