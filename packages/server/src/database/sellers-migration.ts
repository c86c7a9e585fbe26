import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Several sellers in one shop: whose goods are whose, and an order for each of them under one checkout. */
const statements = [
  `alter table categories add column seller_id text not null default ''`,
  `alter table products add column seller_id text not null default ''`,
  `alter table orders add column seller jsonb not null default '{"id":"shop","name":""}'`,
  'alter table orders add column part int4 not null default 0',
  // Every request has a part 0, so that of two under one checkout one finds the other's orders.
  'create unique index orders_of_checkout on orders (shop_id, checkout_id, part)',
  'alter table orders drop constraint orders_shop_id_checkout_id_key',
]

export const sellersMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
