import type { Connection } from '../database/transaction.ts'

export interface SellerImport {
  shopId: string
  sellerId: string
  importId: string
}

/**
 * Ends a seller's import: what it did not bring is sold out, so that carts and links still find it. A product whose variants
 * all went over to another one has nothing left to show and goes, as does a category without products.
 */
export async function sellOutVanished(
  connection: Connection,
  { shopId, sellerId, importId }: SellerImport,
): Promise<void> {
  await connection
    .updateTable('variants')
    .set({ stock: 0 })
    .where('shop_id', '=', shopId)
    .where('import_id', '!=', importId)
    .where('product_id', 'in', ({ selectFrom }) =>
      selectFrom('products')
        .select('products.id')
        .where('products.shop_id', '=', shopId)
        .where('products.seller_id', '=', sellerId),
    )
    .execute()
  await connection
    .deleteFrom('products')
    .where('shop_id', '=', shopId)
    .where('seller_id', '=', sellerId)
    .where('import_id', '!=', importId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('variants')
            .select('variants.id')
            .where('variants.shop_id', '=', shopId)
            .whereRef('variants.product_id', '=', 'products.id'),
        ),
      ),
    )
    .execute()
  await connection
    .deleteFrom('categories')
    .where('shop_id', '=', shopId)
    .where('seller_id', '=', sellerId)
    .where('import_id', '!=', importId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('products')
            .select('products.id')
            .where('products.shop_id', '=', shopId)
            .whereRef('products.category_id', '=', 'categories.id'),
        ),
      ),
    )
    .execute()
}
