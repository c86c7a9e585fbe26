import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The portable subset: every key starts with shop_id, ids are text made by us, no sequences, no triggers, no foreign
 * keys, so that the same tables stand on PGlite, PostgreSQL and the distributed data bases that speak its language.
 */
const statements = [
  `create table shops (
    shop_id text primary key,
    next_number int8 not null
  )`,
  `create table categories (
    shop_id text not null,
    id text not null,
    title text not null,
    parent_id text,
    position int8 not null,
    import_id text not null,
    primary key (shop_id, id)
  )`,
  `create table products (
    shop_id text not null,
    id text not null,
    category_id text not null,
    title text not null,
    vendor text,
    description text not null,
    search_text text not null,
    position int8 not null,
    import_id text not null,
    pictures jsonb not null,
    options jsonb not null,
    attributes jsonb not null,
    primary key (shop_id, id)
  )`,
  'create index products_in_order on products (shop_id, position, id)',
  'create index products_of_category on products (shop_id, category_id, position, id)',
  `create table variants (
    shop_id text not null,
    id text not null,
    product_id text not null,
    position int8 not null,
    sku text not null,
    price int8 not null check (price >= 0),
    compare_at int8,
    stock int8 check (stock >= 0),
    options jsonb not null,
    picture text,
    import_id text not null,
    primary key (shop_id, id)
  )`,
  'create index variants_of_product on variants (shop_id, product_id, position)',
  `create table feed_imports (
    shop_id text not null,
    hash text not null,
    imported_at timestamptz not null,
    primary key (shop_id, hash)
  )`,
  `create table carts (
    shop_id text not null,
    buyer_id text not null,
    id text not null,
    revision int8 not null,
    primary key (shop_id, buyer_id)
  )`,
  `create table cart_lines (
    shop_id text not null,
    cart_id text not null,
    variant_id text not null,
    revision int8 not null,
    quantity int4 not null check (quantity between 0 and 999),
    position int8 not null,
    added_price int8 not null,
    primary key (shop_id, cart_id, variant_id)
  )`,
  'create index cart_lines_since on cart_lines (shop_id, cart_id, revision)',
  `create table cart_operations (
    shop_id text not null,
    cart_id text not null,
    id text not null,
    revision int8 not null,
    primary key (shop_id, cart_id, id)
  )`,
  `create table cart_adjustments (
    shop_id text not null,
    cart_id text not null,
    variant_id text not null,
    revision int8 not null,
    adjustment jsonb not null,
    primary key (shop_id, cart_id, variant_id)
  )`,
  `create table orders (
    shop_id text not null,
    id text not null,
    buyer_id text not null,
    checkout_id text not null,
    fingerprint text not null,
    number text not null,
    state text not null,
    placed_at timestamptz not null,
    currency text not null,
    subtotal int8 not null,
    delivery_price int8 not null,
    total int8 not null,
    payment_method text not null,
    contact jsonb not null,
    delivery jsonb not null,
    delivery_text text not null,
    consent_version text not null,
    primary key (shop_id, id),
    unique (shop_id, checkout_id),
    unique (shop_id, number)
  )`,
  'create index orders_of_buyer on orders (shop_id, buyer_id, placed_at)',
  `create table order_lines (
    shop_id text not null,
    order_id text not null,
    position int4 not null,
    variant_id text not null,
    title text not null,
    quantity int4 not null check (quantity > 0),
    unit_price int8 not null,
    total int8 not null,
    primary key (shop_id, order_id, position)
  )`,
  `create table payments (
    shop_id text not null,
    id text not null,
    order_id text not null,
    provider text not null,
    state text not null,
    reason text,
    url text,
    amount int8 not null,
    currency text not null,
    created_at timestamptz not null,
    checked_at timestamptz,
    primary key (shop_id, id)
  )`,
  'create index payments_of_order on payments (shop_id, order_id, created_at)',
  `create unique index payments_one_pending on payments (shop_id, order_id) where state = 'pending'`,
  `create table inbox (
    shop_id text not null,
    provider text not null,
    event_id text not null,
    payment_id text not null,
    notification jsonb not null,
    received_at timestamptz not null,
    outcome text,
    primary key (shop_id, provider, event_id)
  )`,
  `create table acquirer_payments (
    shop_id text not null,
    id text not null,
    payment_id text not null,
    order_id text not null,
    order_number text not null,
    shop_name text not null,
    amount int8 not null,
    currency text not null,
    state text not null,
    reason text,
    primary key (shop_id, id),
    unique (shop_id, payment_id)
  )`,
]

export const firstMigration: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
