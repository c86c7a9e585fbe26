import type { FeedCategory } from '../catalogue-sink.ts'
import type { Connection } from '../database/transaction.ts'

export async function writeCategories(
  connection: Connection,
  { shopId, importId, sellerId }: { shopId: string; importId: string; sellerId: string },
  categories: readonly FeedCategory[],
): Promise<void> {
  const rows = new Map(
    categories.map((category, position) => [
      category.id,
      {
        shop_id: shopId,
        id: category.id,
        title: category.title,
        parent_id: category.parentId ?? null,
        position,
        import_id: importId,
        seller_id: sellerId,
      },
    ]),
  )
  const all = [...rows.values()]
  for (let from = 0; from < all.length; from += 1000) {
    await connection
      .insertInto('categories')
      .values(all.slice(from, from + 1000))
      .onConflict((conflict) =>
        conflict.columns(['shop_id', 'id']).doUpdateSet(({ ref }) => ({
          title: ref('excluded.title'),
          parent_id: ref('excluded.parent_id'),
          position: ref('excluded.position'),
          import_id: ref('excluded.import_id'),
          seller_id: ref('excluded.seller_id'),
        })),
      )
      .execute()
  }
}
