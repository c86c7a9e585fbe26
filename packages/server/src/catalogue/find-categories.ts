import type { Category } from '@vitrina/core'
import type { Connection } from '../database/transaction.ts'

/** All categories in the order of the feed, each with the number of products in it and below it. */
export async function findCategories(connection: Connection, shopId: string): Promise<Category[]> {
  const rows = await connection
    .selectFrom('categories')
    .select(['id', 'title', 'parent_id'])
    .where('shop_id', '=', shopId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const counts = await connection
    .selectFrom('products')
    .select(['category_id', (expression) => expression.fn.countAll<number>().as('products')])
    .where('shop_id', '=', shopId)
    .groupBy('category_id')
    .execute()
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]))
  const products = new Map<string, number>()
  for (const count of counts) {
    for (const id of upwards(count.category_id, parents)) {
      products.set(id, (products.get(id) ?? 0) + count.products)
    }
  }
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    products: products.get(row.id) ?? 0,
  }))
}

/** A category and those above it, each once even when the feed has them in a circle. */
function upwards(id: string, parents: ReadonlyMap<string, string | null>): Set<string> {
  const seen = new Set<string>()
  for (let at: string | null | undefined = id; at && !seen.has(at); at = parents.get(at)) seen.add(at)
  return seen
}
