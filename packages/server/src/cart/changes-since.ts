import type { CartChanges, CartLine } from '@vitrina/core'
import { type ProductView, pictureOf } from '../catalogue/product-of-rows.ts'
import type { Connection } from '../database/transaction.ts'
import type { CartState } from './apply-operations.ts'

/** What changed in a cart after a revision, and the adjustments made since; at 0 the whole cart. */
export async function changesSince(
  connection: Connection,
  cart: CartState,
  since: number,
  view: ProductView,
): Promise<Omit<CartChanges, 'applied'>> {
  const rows = await changedLines(connection, cart, since)
  const lines: CartLine[] = []
  const removed: string[] = []
  for (const row of rows) {
    if (row.quantity === 0 || row.product_id === null) removed.push(row.variant_id)
    else lines.push(cartLineOf({ ...row, product_id: row.product_id }, view))
  }
  const adjustments = await connection
    .selectFrom('cart_adjustments')
    .select('adjustment')
    .where('shop_id', '=', cart.shopId)
    .where('cart_id', '=', cart.cartId)
    .where('revision', '>', since)
    .orderBy('revision')
    .orderBy('variant_id')
    .execute()
  return {
    cartId: cart.cartId,
    since,
    revision: cart.revision,
    lines,
    removed: since === 0 ? [] : removed,
    adjustments: adjustments.map((row) => row.adjustment),
  }
}

async function changedLines(connection: Connection, cart: CartState, since: number) {
  return connection
    .selectFrom('cart_lines as l')
    .leftJoin('variants as v', (join) =>
      join.onRef('v.shop_id', '=', 'l.shop_id').onRef('v.id', '=', 'l.variant_id'),
    )
    .leftJoin('products as p', (join) =>
      join.onRef('p.shop_id', '=', 'v.shop_id').onRef('p.id', '=', 'v.product_id'),
    )
    .select(['l.variant_id', 'l.quantity', 'v.price', 'v.options', 'v.picture'])
    .select(['p.id as product_id', 'p.title', 'p.pictures'])
    .where('l.shop_id', '=', cart.shopId)
    .where('l.cart_id', '=', cart.cartId)
    .where('l.revision', '>', since)
    .orderBy('l.position')
    .orderBy('l.variant_id')
    .execute()
}

type ChangedLine = Awaited<ReturnType<typeof changedLines>>[number]

function cartLineOf(row: ChangedLine & { product_id: string }, view: ProductView): CartLine {
  const picture = row.picture ?? row.pictures?.[0]?.url
  return {
    variantId: row.variant_id,
    productId: row.product_id,
    title: row.title ?? '',
    options: row.options ?? {},
    ...(picture !== undefined && { picture: pictureOf(picture, view) }),
    unitPrice: { amount: row.price ?? 0, currency: view.currency },
    quantity: row.quantity,
  }
}
