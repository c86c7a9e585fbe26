import {
  fail,
  ok,
  type Product,
  type ProductPage,
  type ProductQuery,
  type ProductSort,
  type Result,
} from '@vitrina/core'
import { type Selectable, sql } from 'kysely'
import type { ProductRow, VariantRow } from '../database/catalogue-tables.ts'
import type { Connection } from '../database/transaction.ts'
import { type Cursor, decodeCursor, encodeCursor } from './cursor.ts'
import { narrowed, narrowedWithPrice, type ProductRows, productsWithin } from './narrow-products.ts'
import { type ProductView, productOfRows } from './product-of-rows.ts'

type InvalidCursor = { code: 'invalid'; issues: [{ path: 'cursor'; message: string }] }

/** A page of the catalogue in the order that was asked for, or just the products asked for by id. */
export async function findProducts(
  connection: Connection,
  shopId: string,
  query: ProductQuery,
  view: ProductView,
): Promise<Result<ProductPage, InvalidCursor>> {
  if (query.ids) return ok({ products: await productsByIds(connection, shopId, query.ids, view) })
  const { sort = 'featured', limit = 24 } = query
  const cursor = query.cursor === undefined ? null : decodeCursor(sort, query.cursor)
  if (cursor === undefined) {
    return fail({
      code: 'invalid',
      issues: [{ path: 'cursor', message: 'This is not a cursor of this list' }],
    })
  }
  const within = productsWithin(connection, shopId, query)
  const ordered =
    sort === 'featured'
      ? inOwnOrder(narrowed(within, query), cursor)
      : inOrderOfPrice(narrowedWithPrice(within, query), { cursor, sort, searched: Boolean(query.search) })
  const found = await ordered
    .selectAll('products')
    .limit(limit + 1)
    .execute()
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return ok({
    products: await withVariants(connection, shopId, page, view),
    ...(last && { next: encodeCursor(sort, { value: last.ordered_by, id: last.id }) }),
  })
}

function inOwnOrder(rows: ProductRows, cursor: Cursor | null) {
  const rest = cursor
    ? rows.where(sql<boolean>`(products.position, products.id) > (${cursor.value}, ${cursor.id})`)
    : rows
  return rest.select('products.position as ordered_by').orderBy('products.position').orderBy('products.id')
}

interface OrderOfPrice {
  cursor: Cursor | null
  sort: Exclude<ProductSort, 'featured'>
  searched: boolean
}

/** Both directions along one index. */
function inOrderOfPrice(rows: ProductRows, { cursor, sort, searched }: OrderOfPrice) {
  const [direction, after] = sort === 'cheap-first' ? (['asc', sql`>`] as const) : (['desc', sql`<`] as const)
  // A planner cannot know how few have a word in their title: it would walk all prices for the sake of three products.
  const price = searched ? sql<number>`(shown.price + 0)` : sql<number>`shown.price`
  const rest = cursor
    ? rows.where(sql<boolean>`(${price}, shown.product_id) ${after} (${cursor.value}, ${cursor.id})`)
    : rows
  return rest
    .select(price.as('ordered_by'))
    .orderBy(price, direction)
    .orderBy(sql`shown.product_id`, direction)
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
