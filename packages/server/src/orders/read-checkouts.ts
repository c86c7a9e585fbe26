import { sql } from 'kysely'
import type { Connection } from '../database/transaction.ts'
import { type CodeUses, everybody } from '../promotions/code-uses.ts'

/** Whose cart, and for which checkout; null asks for prices alone. */
export interface CheckoutKey {
  buyerId: string
  checkoutId: string | null
}

/** A line of a cart with what the shop says of it now; price, title and seller are null where it has it no more. */
export interface PricedRow {
  variantId: string
  quantity: number
  addedPrice: number
  price: number | null
  stock: number | null
  options: Record<string, string> | null
  vatRate: number | null
  title: string | null
  productId: string | null
  sellerId: string | null
}

/** What an order is made from, all of one moment. */
export interface CheckoutExtract {
  /** Null when the buyer has no cart. */
  cartId: string | null
  revision: number
  promoCodes: string[]
  rows: PricedRow[]
  /** Of the cart's codes. */
  uses: CodeUses[]
  /** Whose order the checkout has already, and of which request; null when it has none. */
  earlier: { buyerId: string; fingerprint: string } | null
}

/**
 * Reads for as many as ask at the same moment, in one statement; the answers are in the order of the keys. The limit
 * holds the data base to looking up each buyer's cart: while it knows a table to be empty, it likes to read all of it.
 */
export async function readCheckouts(
  connection: Connection,
  shopId: string,
  keys: readonly CheckoutKey[],
): Promise<CheckoutExtract[]> {
  const { rows } = await sql<CheckoutRead>`
    select c.id as "cartId", coalesce(c.revision, 0) as revision,
      nullif(c.promo_codes, '[]') as "promoCodes",
      (select json_agg(json_build_array(l.variant_id, l.quantity, l.added_price, v.price, v.stock, v.options,
          v.vat_rate, p.title, p.id, p.seller_id) order by l.position, l.variant_id)
        from cart_lines l
        left join variants v on v.shop_id = l.shop_id and v.id = l.variant_id
        left join products p on p.shop_id = v.shop_id and p.id = v.product_id
        where l.shop_id = ${shopId} and l.cart_id = c.id and l.quantity > 0) as lines,
      case when c.promo_codes <> '[]' then (
        select json_agg(json_build_object('code', u.code, 'buyerId', u.buyer_id, 'used', u.used))
        from promo_uses u where u.shop_id = ${shopId} and u.buyer_id in (${everybody}, k.buyer_id)
          and u.code in (select jsonb_array_elements_text(c.promo_codes))) end as uses,
      (select json_build_object('buyerId', o.buyer_id, 'fingerprint', o.fingerprint)
        from orders o where o.shop_id = ${shopId} and o.checkout_id = k.checkout_id and o.part = 0) as earlier
    from unnest(
      ${keys.map(({ buyerId }) => buyerId)}::text[], ${keys.map(({ checkoutId }) => checkoutId)}::text[]
    ) with ordinality as k (buyer_id, checkout_id, place)
    left join lateral (
      select id, revision, promo_codes from carts where shop_id = ${shopId} and buyer_id = k.buyer_id limit 1
    ) c on true
    order by k.place
  `.execute(connection)
  return rows.map(({ cartId, revision, promoCodes, lines, uses, earlier }) => ({
    cartId,
    revision,
    promoCodes: promoCodes ?? [],
    rows: (lines ?? []).map(rowOf),
    uses: uses ?? [],
    earlier,
  }))
}

/** What is empty comes as null: most carts have no codes. */
interface CheckoutRead extends Pick<CheckoutExtract, 'cartId' | 'revision' | 'earlier'> {
  promoCodes: string[] | null
  lines: LineRead[] | null
  uses: CodeUses[] | null
}

/** In the order of the statement: names in every line would be most of the answer. */
type LineRead = [
  variantId: string,
  quantity: number,
  addedPrice: number,
  price: number | null,
  stock: number | null,
  options: Record<string, string> | null,
  vatRate: number | null,
  title: string | null,
  productId: string | null,
  sellerId: string | null,
]

function rowOf([
  variantId,
  quantity,
  addedPrice,
  price,
  stock,
  options,
  vatRate,
  title,
  productId,
  sellerId,
]: LineRead): PricedRow {
  return { variantId, quantity, addedPrice, price, stock, options, vatRate, title, productId, sellerId }
}
