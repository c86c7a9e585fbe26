import type { Connection } from '../database/transaction.ts'

const parts = ['cart_lines', 'cart_operations', 'cart_adjustments'] as const

/** Carts with all that is in them, in the caller's transaction. */
export async function deleteCarts(
  connection: Connection,
  shopId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await connection.deleteFrom('carts').where('shop_id', '=', shopId).where('id', 'in', ids).execute()
  for (const part of parts) {
    await connection.deleteFrom(part).where('shop_id', '=', shopId).where('cart_id', 'in', ids).execute()
  }
}
