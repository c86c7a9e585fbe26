import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Lists in the order of prices, and of one seller, without reading the whole shop. */
const statements = [
  'create index variants_by_price on variants (shop_id, price, product_id, id)',
  'create index products_of_seller on products (shop_id, seller_id, position, id)',
]

export const sortedListsMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
