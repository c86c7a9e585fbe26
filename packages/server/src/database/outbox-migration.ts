import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What is to be told to others: written with the change that it tells of, sent afterwards. */
const statements = [
  `create table outbox (
    shop_id text not null,
    id text not null,
    channel text not null,
    type text not null,
    order_id text not null,
    created_at timestamptz not null,
    attempts int4 not null default 0,
    next_attempt_at timestamptz not null,
    outcome text,
    primary key (shop_id, id, channel)
  )`,
  'create index outbox_open on outbox (shop_id, next_attempt_at) where outcome is null',
  'create index outbox_done on outbox (shop_id, created_at) where outcome is not null',
]

export const outboxMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
