import type { Insertable } from 'kysely'
import type { FeedProduct } from '../catalogue-sink.ts'
import type { ProductRow, VariantRow } from '../database/catalogue-tables.ts'
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

/** Writes products and their variants over what was there under their ids, with two statements. */
export async function writeProducts(
  connection: Connection,
  batch: Batch,
  products: readonly FeedProduct[],
): Promise<void> {
  if (products.length === 0) return
  await connection
    .insertInto('products')
    .values(products.map((product, index) => productRow(batch, product, index)))
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'id']).doUpdateSet(({ ref }) => ({
        category_id: ref('excluded.category_id'),
        title: ref('excluded.title'),
        vendor: ref('excluded.vendor'),
        description: ref('excluded.description'),
        search_text: ref('excluded.search_text'),
        position: ref('excluded.position'),
        import_id: ref('excluded.import_id'),
        pictures: ref('excluded.pictures'),
        options: ref('excluded.options'),
        attributes: ref('excluded.attributes'),
        seller_id: ref('excluded.seller_id'),
      })),
    )
    .execute()
  // By id: one statement must not write a row twice.
  const variants = new Map(
    products.flatMap((product) => variantRows(batch, product)).map((row) => [row.id, row]),
  )
  const all = [...variants.values()]
  for (let from = 0; from < all.length; from += 1000) {
    await writeVariants(connection, all.slice(from, from + 1000))
  }
}

async function writeVariants(connection: Connection, rows: Insertable<VariantRow>[]): Promise<void> {
  await connection
    .insertInto('variants')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'id']).doUpdateSet(({ ref }) => ({
        product_id: ref('excluded.product_id'),
        position: ref('excluded.position'),
        sku: ref('excluded.sku'),
        price: ref('excluded.price'),
        compare_at: ref('excluded.compare_at'),
        stock: ref('excluded.stock'),
        options: ref('excluded.options'),
        picture: ref('excluded.picture'),
        vat_rate: ref('excluded.vat_rate'),
        import_id: ref('excluded.import_id'),
      })),
    )
    .execute()
}

function productRow(batch: Batch, product: FeedProduct, index: number): Insertable<ProductRow> {
  return {
    shop_id: batch.shopId,
    id: product.id,
    category_id: product.categoryId,
    title: product.title,
    vendor: product.vendor ?? null,
    description: product.description,
    search_text: searchText(`${product.title} ${product.vendor ?? ''}`),
    position: product.position ?? batch.start + index,
    import_id: batch.importId,
    pictures: JSON.stringify(product.pictures),
    options: JSON.stringify(product.options),
    attributes: JSON.stringify(product.attributes),
    seller_id: batch.sellerId,
  }
}

function variantRows(batch: Batch, product: FeedProduct): Insertable<VariantRow>[] {
  return product.variants.map((variant, index) => ({
    shop_id: batch.shopId,
    id: variant.id,
    product_id: product.id,
    position: index,
    sku: variant.sku,
    price: variant.price.amount,
    compare_at: variant.compareAt?.amount ?? null,
    stock: variant.stock,
    options: JSON.stringify(variant.options),
    picture: variant.picture?.url ?? null,
    vat_rate: storedVatRate(variant.vatRate),
    import_id: batch.importId,
  }))
}
