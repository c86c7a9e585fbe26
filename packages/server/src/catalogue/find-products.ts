import { fail, ok, type Product, type ProductPage, type ProductQuery, type Result } from '@vitrina/core'
import { type Selectable, sql } from 'kysely'
import type { ProductRow, VariantRow } from '../database/catalogue-tables.ts'
import type { Connection } from '../database/transaction.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { type ProductView, productOfRows } from './product-of-rows.ts'
import { searchPatterns } from './search-text.ts'

type InvalidCursor = { code: 'invalid'; issues: [{ path: 'cursor'; message: string }] }

/** A page of the catalogue in the order of the feed, or just the products asked for by id. */
export async function findProducts(
  connection: Connection,
  shopId: string,
  query: ProductQuery,
  view: ProductView,
): Promise<Result<ProductPage, InvalidCursor>> {
  if (query.ids) return ok({ products: await productsByIds(connection, shopId, query.ids, view) })
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor)
  if (cursor === undefined) {
    return fail({ code: 'invalid', issues: [{ path: 'cursor', message: 'This is not a cursor' }] })
  }
  const limit = query.limit ?? 24
  let rows = connection.selectFrom('products').selectAll().where('shop_id', '=', shopId)
  for (const pattern of searchPatterns(query.search ?? '')) rows = rows.where('search_text', 'like', pattern)
  if (query.categoryId !== undefined) {
    rows = rows.where('category_id', 'in', categoryAndBelow(shopId, query.categoryId))
  }
  if (cursor) rows = rows.where(sql<boolean>`(position, id) > (${cursor.position}, ${cursor.id})`)
  const found = await rows
    .orderBy('position')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return ok({
    products: await withVariants(connection, shopId, page, view),
    ...(last && { next: encodeCursor(last) }),
  })
}

/** In the order of the ids; what does not exist is left out. */
export async function productsByIds(
  connection: Connection,
  shopId: string,
  ids: readonly string[],
  view: ProductView,
): Promise<Product[]> {
  const rows = await connection
    .selectFrom('products')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', 'in', ids)
    .execute()
  const products = await withVariants(connection, shopId, rows, view)
  const byId = new Map(products.map((product) => [product.id, product]))
  return ids.flatMap((id) => byId.get(id) ?? [])
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

async function withVariants(
  connection: Connection,
  shopId: string,
  rows: readonly Selectable<ProductRow>[],
  view: ProductView,
): Promise<Product[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const variants = await connection
    .selectFrom('variants')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('product_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const offered = Map.groupBy(variants, (variant) => variant.product_id)
  return rows.flatMap((row) => {
    const own = (offered.get(row.id) ?? []).filter((variant: VariantRowSelected) => isOffered(variant, row))
    return own.length > 0 ? [productOfRows(row, own, view)] : []
  })
}

type VariantRowSelected = Selectable<VariantRow>

/** A variant that the product's latest import did not bring is no longer chosen from. */
function isOffered(variant: VariantRowSelected, product: Selectable<ProductRow>): boolean {
  return variant.import_id === product.import_id
}
