import { type RawBuilder, sql } from 'kysely'
import type { FeedProduct, FeedVariant } from '../catalogue-sink.ts'
import type { Connection } from '../database/transaction.ts'
import { searchText } from './search-text.ts'
import { storedVatRate } from './vat-rate.ts'

interface Batch {
  shopId: string
  importId: string
  sellerId: string
  /** The place of the first product in the feed. */
  start: number
}

/**
 * Writes products and their variants over what was there under their ids, with two statements. Rows go as one array for
 * each column: the statement is the same however many there are, so it is prepared once.
 */
export async function writeProducts(
  connection: Connection,
  batch: Batch,
  products: readonly FeedProduct[],
): Promise<void> {
  if (products.length === 0) return
  const texts = columnOf(products, sql`text[]`)
  await sql`
    insert into products (
      shop_id, import_id, id, category_id, title, vendor, description, search_text, position, pictures, options, attributes,
      seller_id
    )
    select ${batch.shopId}, ${batch.importId}, id, category_id, title, vendor, description, search_text, position,
      pictures::jsonb, options::jsonb, attributes::jsonb, ${batch.sellerId}
    from unnest(
      ${texts(({ id }) => id)}, ${texts(({ categoryId }) => categoryId)}, ${texts(({ title }) => title)},
      ${texts(({ vendor }) => vendor ?? null)}, ${texts(({ description }) => description)},
      ${texts(({ title, vendor }) => searchText(`${title} ${vendor ?? ''}`))},
      ${columnOf(products, sql`int8[]`)(({ position }, index) => position ?? batch.start + index)},
      ${texts(({ pictures }) => JSON.stringify(pictures))}, ${texts(({ options }) => JSON.stringify(options))},
      ${texts(({ attributes }) => JSON.stringify(attributes))}
    ) as p (id, category_id, title, vendor, description, search_text, position, pictures, options, attributes)
    on conflict (shop_id, id) do update set category_id = excluded.category_id, title = excluded.title,
      vendor = excluded.vendor, description = excluded.description, search_text = excluded.search_text,
      position = excluded.position, import_id = excluded.import_id, pictures = excluded.pictures,
      options = excluded.options, attributes = excluded.attributes, seller_id = excluded.seller_id
  `.execute(connection)
  await writeVariants(connection, batch, lastOfEachId(products))
}

interface Placed {
  productId: string
  position: number
  variant: FeedVariant
}

/** One statement must not write a row twice. */
function lastOfEachId(products: readonly FeedProduct[]): Placed[] {
  const placed = products.flatMap(({ id: productId, variants }) =>
    variants.map((variant, position) => ({ productId, position, variant })),
  )
  return [...new Map(placed.map((one) => [one.variant.id, one])).values()]
}

async function writeVariants(
  connection: Connection,
  { shopId, importId }: Batch,
  placed: readonly Placed[],
): Promise<void> {
  const texts = columnOf(placed, sql`text[]`)
  const integers = columnOf(placed, sql`int8[]`)
  await sql`
    insert into variants (
      shop_id, import_id, id, product_id, position, sku, price, compare_at, stock, options, picture, vat_rate
    )
    select ${shopId}, ${importId}, id, product_id, position, sku, price, compare_at, stock, options::jsonb, picture,
      vat_rate
    from unnest(
      ${texts(({ variant }) => variant.id)}, ${texts(({ productId }) => productId)},
      ${integers(({ position }) => position)}, ${texts(({ variant }) => variant.sku)},
      ${integers(({ variant }) => variant.price.amount)},
      ${integers(({ variant }) => variant.compareAt?.amount ?? null)}, ${integers(({ variant }) => variant.stock)},
      ${texts(({ variant }) => JSON.stringify(variant.options))}, ${texts(({ variant }) => variant.picture?.url ?? null)},
      ${integers(({ variant }) => storedVatRate(variant.vatRate))}
    ) as v (id, product_id, position, sku, price, compare_at, stock, options, picture, vat_rate)
    on conflict (shop_id, id) do update set product_id = excluded.product_id, position = excluded.position,
      sku = excluded.sku, price = excluded.price, compare_at = excluded.compare_at, stock = excluded.stock,
      options = excluded.options, picture = excluded.picture, vat_rate = excluded.vat_rate, import_id = excluded.import_id
  `.execute(connection)
}

/** A column of those rows as one parameter. */
function columnOf<Row, Value extends string | number | null>(
  rows: readonly Row[],
  type: RawBuilder<unknown>,
): (cellOf: (row: Row, index: number) => Value) => RawBuilder<unknown> {
  return (cellOf) => sql`${rows.map(cellOf)}::${type}`
}
