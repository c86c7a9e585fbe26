import type { CartOperation } from '@vitrina/core'
import type { Connection } from '../database/transaction.ts'
import type { CartPatch, CartState } from './apply-operations.ts'

/** Writes a batch; the revision grows by one when it changed something. Answers with the revision. */
export async function writeCart(
  connection: Connection,
  cart: CartState,
  patch: CartPatch,
  operations: readonly CartOperation[],
): Promise<number> {
  const changed = patch.lines.size > 0 || patch.adjustments.size > 0
  const revision = changed ? cart.revision + 1 : cart.revision
  const key = { shop_id: cart.shopId, cart_id: cart.cartId }
  await connection
    .insertInto('cart_operations')
    .values(operations.map(({ id }) => ({ ...key, id, revision })))
    .execute()
  if (!changed) return revision
  await connection
    .updateTable('carts')
    .set({ revision })
    .where('shop_id', '=', cart.shopId)
    .where('buyer_id', '=', cart.buyerId)
    .execute()
  if (patch.lines.size > 0) await writeLines(connection, key, revision, patch)
  await writeAdjustments(connection, key, revision, patch, operations)
  return revision
}

interface CartKey {
  shop_id: string
  cart_id: string
}

async function writeLines(connection: Connection, key: CartKey, revision: number, patch: CartPatch) {
  const rows = [...patch.lines].map(([variantId, line]) => ({
    ...key,
    variant_id: variantId,
    revision,
    quantity: line?.quantity ?? 0,
    position: line?.position ?? 0,
    added_price: line?.addedPrice ?? 0,
  }))
  await connection
    .insertInto('cart_lines')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'cart_id', 'variant_id']).doUpdateSet(({ ref }) => ({
        revision: ref('excluded.revision'),
        quantity: ref('excluded.quantity'),
        position: ref('excluded.position'),
        added_price: ref('excluded.added_price'),
      })),
    )
    .execute()
}

/** One adjustment for each variant, the newest: a cart's past does not pile up. */
async function writeAdjustments(
  connection: Connection,
  key: CartKey,
  revision: number,
  patch: CartPatch,
  operations: readonly CartOperation[],
) {
  await connection
    .deleteFrom('cart_adjustments')
    .where('shop_id', '=', key.shop_id)
    .where('cart_id', '=', key.cart_id)
    .where(
      'variant_id',
      'in',
      operations.map((operation) => operation.variantId),
    )
    .execute()
  if (patch.adjustments.size === 0) return
  const rows = [...patch.adjustments].map(([variantId, adjustment]) => ({
    ...key,
    variant_id: variantId,
    revision,
    adjustment: JSON.stringify(adjustment),
  }))
  await connection.insertInto('cart_adjustments').values(rows).execute()
}
