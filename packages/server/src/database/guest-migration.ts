import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Guests become buyers, order links, and how long is kept what nobody asks for any more. */
const statements = [
  'alter table carts add column touched_at timestamptz not null default now()',
  'alter table carts add column met_revision int8 not null default 0',
  'create unique index carts_by_id on carts (shop_id, id)',
  'create index carts_untouched on carts (shop_id, touched_at)',
  `alter table cart_operations add column variant_id text not null default ''`,
  'alter table cart_operations add column pieces int4 not null default 0',
  'alter table cart_operations add column applied_at timestamptz not null default now()',
  'create index cart_operations_old on cart_operations (shop_id, applied_at)',
  `create table order_links (
    shop_id text not null,
    order_id text not null,
    hash text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (shop_id, order_id, hash)
  )`,
  'create index order_links_ended on order_links (shop_id, ends_at)',
  `create table ended_sessions (
    shop_id text not null,
    buyer_hash text not null,
    ended_at timestamptz not null,
    primary key (shop_id, buyer_hash)
  )`,
]

export const guestMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
