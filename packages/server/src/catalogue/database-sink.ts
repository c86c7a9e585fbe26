import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CatalogueSink, FeedProduct } from '../catalogue-sink.ts'
import { ownSeller } from '../configuration/find-seller.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { inTransaction } from '../database/transaction.ts'
import { categoryOfSeller, productOfSeller } from './of-seller.ts'
import { sellOutVanished } from './sell-out-vanished.ts'
import { writeCategories } from './write-categories.ts'
import { writeProducts } from './write-products.ts'

/**
 * The catalogue of a shop as a sink: products are held back and written many at a time. What another seller has in the
 * shop is not touched.
 */
export function databaseSink(database: Database, shop: ShopConfig, sellerId = ownSeller): CatalogueSink {
  const one = { shopId: shop.id, sellerId, importId: randomUUID() }
  let held = new Map<string, FeedProduct>()
  let variants = 0
  let position = 0

  async function write() {
    const products = [...held.values()]
    const start = position
    held = new Map()
    variants = 0
    position += products.length
    await inTransaction(database, (connection) => writeProducts(connection, { ...one, start }, products))
  }

  return {
    async saveCategories(categories) {
      const own = categories.map((category) => categoryOfSeller(category, sellerId))
      await inTransaction(database, (connection) => writeCategories(connection, one, own))
    },
    async saveProduct(product) {
      for (const { price } of product.variants) {
        if (price.currency !== shop.currency) {
          throw new RangeError(`${shop.id} sells in ${shop.currency}, not in ${price.currency}`)
        }
      }
      held.set(product.id, productOfSeller(product, sellerId))
      variants += product.variants.length
      if (held.size >= 200 || variants >= 1000) await write()
    },
    async flush() {
      await write()
      await countRows(database)
    },
    async finish() {
      await write()
      await inTransaction(database, (connection) => sellOutVanished(connection, one))
      await countRows(database)
    },
  }
}

/**
 * Tells the planner how large the catalogue is. PGlite has nobody who would do that by and by, and a planner that takes
 * a shop for one row reads all of it to find each line of a cart.
 */
async function countRows({ kysely }: Database): Promise<void> {
  for (const table of ['categories', 'products', 'variants']) {
    await sql`analyze ${sql.table(table)}`.execute(kysely)
  }
}
