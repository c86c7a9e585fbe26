import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What happens to an order and its money after it was placed. */
const statements = [
  'alter table orders add column cancel_reason text',
  `create index orders_unpaid on orders (shop_id, placed_at) where state = 'awaiting-payment'`,
  `create table order_moves (
    shop_id text not null,
    order_id text not null,
    state text not null,
    from_state text not null,
    moved_at timestamptz not null,
    primary key (shop_id, order_id, state)
  )`,
  'alter table payments add column review text',
  'alter table payments add column checks int4 not null default 0',
  'alter table payments add column next_check_at timestamptz',
  'update payments set next_check_at = created_at',
  'create index inbox_open on inbox (shop_id, received_at) where outcome is null',
  `create index payments_unfinished on payments (shop_id, next_check_at)
    where state = 'pending' or state = 'refund-due'`,
]

export const orderLifeMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
