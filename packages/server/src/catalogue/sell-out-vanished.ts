import type { Connection } from '../database/transaction.ts'

/**
 * Ends an import: what it did not bring is sold out, so that carts and links still find it. A product whose variants
 * all went over to another one has nothing left to show and goes, as does a category without products.
 */
export async function sellOutVanished(
  connection: Connection,
  shopId: string,
  importId: string,
): Promise<void> {
  await connection
    .updateTable('variants')
    .set({ stock: 0 })
    .where('shop_id', '=', shopId)
    .where('import_id', '!=', importId)
    .execute()
  await connection
    .deleteFrom('products')
    .where('shop_id', '=', shopId)
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
