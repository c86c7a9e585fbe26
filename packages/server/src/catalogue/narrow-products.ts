import type { FacetQuery } from '@vitrina/core'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Connection } from '../database/transaction.ts'
import { searchPatterns } from './search-text.ts'

export type ProductRows = SelectQueryBuilder<Tables, 'products', object>

/** The part of the catalogue that is looked at: by words, category and seller. */
export function productsWithin(
  connection: Connection,
  shopId: string,
  { search = '', categoryId, sellerId }: FacetQuery,
): ProductRows {
  let rows: ProductRows = connection.selectFrom('products').where('products.shop_id', '=', shopId)
  for (const pattern of searchPatterns(search)) rows = rows.where('products.search_text', 'like', pattern)
  if (categoryId !== undefined) {
    rows = rows.where('products.category_id', 'in', categoryAndBelow(shopId, categoryId))
  }
  return sellerId === undefined ? rows : rows.where('products.seller_id', '=', sellerId)
}

/** Those of them that fit the rest of the query. Unless their prices are asked about, the shown variant is not looked up. */
export function narrowed(rows: ProductRows, query: FacetQuery): ProductRows {
  const { options = {}, inStock, minPrice, maxPrice } = query
  const chosen = Object.entries(options)
  let fitting = chosen.length > 0 ? rows.where(hasVariant(chosen, inStock === true)) : rows
  // When anything of a product can be bought, what is shown can.
  const shownInStock = inStock === true && chosen.length === 0
  if (minPrice === undefined && maxPrice === undefined && !shownInStock) return fitting
  fitting = withShown(fitting)
  if (minPrice !== undefined) fitting = fitting.where(sql<boolean>`shown.price >= ${minPrice}`)
  if (maxPrice !== undefined) fitting = fitting.where(sql<boolean>`shown.price <= ${maxPrice}`)
  return shownInStock ? fitting.where(canBeBought('shown')) : fitting
}

/** The same with the price of each, even when nobody asked for a range: `shown.price`. */
export function narrowedWithPrice(rows: ProductRows, query: FacetQuery): ProductRows {
  return narrowed(rows, { minPrice: 0, ...query })
}

/**
 * Joins the variant that is shown first: that none of the same product goes before. So the index of prices can be walked
 * from either end, and nothing about stock has to be kept in a second place.
 */
function withShown(rows: ProductRows): ProductRows {
  const joined = rows.innerJoin('variants as shown', (join) =>
    join.on(
      sql<boolean>`shown.shop_id = products.shop_id and shown.product_id = products.id
        and shown.import_id = products.import_id and not exists (
          select 1 from variants b where b.shop_id = shown.shop_id and b.product_id = shown.product_id
            and b.import_id = shown.import_id and (
              (${canBeBought('b')} and not ${canBeBought('shown')})
              or (${canBeBought('b')} = ${canBeBought('shown')}
                and (b.price, b.position, b.id) < (shown.price, shown.position, shown.id))
            )
        )`,
    ),
  )
  return joined as unknown as ProductRows
}

/** One variant has a chosen value of every option. */
function hasVariant(chosen: readonly (readonly [string, readonly string[]])[], buyable: boolean) {
  const conditions = chosen.map(
    ([name, values]) => sql<boolean>`v.options ->> ${name}::text in (${sql.join(values)})`,
  )
  if (buyable) conditions.push(canBeBought('v'))
  return sql<boolean>`exists (
    select 1 from variants v where v.shop_id = products.shop_id and v.product_id = products.id
      and v.import_id = products.import_id and ${sql.join(conditions, sql` and `)}
  )`
}

function canBeBought(alias: 'b' | 'shown' | 'v') {
  const stock = sql.ref(`${alias}.stock`)
  return sql<boolean>`(${stock} is null or ${stock} > 0)`
}

/** A union, not "union all": a circle of categories in somebody's feed must end. */
function categoryAndBelow(shopId: string, categoryId: string) {
  return sql<string>`(
    with recursive below as (
      select ${categoryId}::text as id
      union
      select c.id from categories c join below b on c.parent_id = b.id where c.shop_id = ${shopId}
    ) select id from below
  )`
}
