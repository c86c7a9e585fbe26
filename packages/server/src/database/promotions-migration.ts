import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Discounts and VAT: the codes of a cart, how often each was used, and what an order had of both. */
const statements = [
  `alter table carts add column promo_codes jsonb not null default '[]'`,
  'alter table cart_adjustments rename column variant_id to subject',
  `create table promo_uses (
    shop_id text not null,
    code text not null,
    buyer_id text not null,
    used int8 not null check (used >= 0),
    most int8,
    primary key (shop_id, code, buyer_id),
    check (used <= most)
  )`,
  'alter table variants add column vat_rate int4',
  'alter table orders add column discount int8 not null default 0',
  `alter table orders add column promos jsonb not null default '[]'`,
  'alter table orders add column vat int8',
  'alter table orders add column delivery_vat_rate int4',
  'alter table orders add column delivery_vat int8',
  'alter table order_lines add column discount int8 not null default 0',
  'alter table order_lines add column vat_rate int4',
  'alter table order_lines add column vat int8',
]

export const promotionsMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
