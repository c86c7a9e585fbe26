import type { Adjustment, CartOperation } from '@vitrina/core'
import { variantTitle } from '../catalogue/product-of-rows.ts'
import type { Connection } from '../database/transaction.ts'
import { type AppliedOperation, applyOperation, type SettledLine } from './apply-operation.ts'

export interface CartState {
  shopId: string
  buyerId: string
  cartId: string
  revision: number
}

/** What a batch does to a cart, ready to be written. */
export interface CartPatch {
  lines: Map<string, SettledLine | null>
  adjustments: Map<string, Adjustment>
}

/** Plays the operations over the lines they touch. Nothing is written. */
export async function applyOperations(
  connection: Connection,
  cart: CartState,
  operations: readonly CartOperation[],
  newId: () => string,
): Promise<CartPatch> {
  const ids = [...new Set(operations.map((operation) => operation.variantId))]
  const before = await settledLines(connection, cart, ids)
  const sellable = await sellableVariants(connection, cart.shopId, ids)
  const now = new Map(before)
  const adjustments = new Map<string, Adjustment>()
  for (const [index, operation] of operations.entries()) {
    const { variantId } = operation
    const position = cart.revision * 100 + index
    const variant = sellable.get(variantId)
    const applied = applyOperation(now.get(variantId) ?? null, operation, variant, position)
    now.set(variantId, applied.line)
    // The last word on a variant counts: an operation that fits takes back what was said before.
    adjustments.delete(variantId)
    const adjustment = adjustmentOf(applied, { id: newId(), variantId, title: variant?.title ?? variantId })
    if (adjustment) adjustments.set(variantId, adjustment)
  }
  const lines = new Map([...now].filter(([id, line]) => !same(line, before.get(id) ?? null)))
  return { lines, adjustments }
}

function adjustmentOf(
  applied: AppliedOperation,
  subject: { id: string; variantId: string; title: string },
): Adjustment | undefined {
  if (applied.outcome === 'gone') return { ...subject, code: 'gone' }
  if (applied.outcome === 'applied') return undefined
  return { ...subject, code: 'capped', requested: applied.requested, available: applied.available }
}

async function settledLines(connection: Connection, cart: CartState, variantIds: readonly string[]) {
  const rows = await connection
    .selectFrom('cart_lines')
    .select(['variant_id', 'quantity', 'position', 'added_price'])
    .where('shop_id', '=', cart.shopId)
    .where('cart_id', '=', cart.cartId)
    .where('variant_id', 'in', variantIds)
    .where('quantity', '>', 0)
    .execute()
  return new Map<string, SettledLine | null>(
    rows.map((row) => [
      row.variant_id,
      { quantity: row.quantity, position: row.position, addedPrice: row.added_price },
    ]),
  )
}

async function sellableVariants(connection: Connection, shopId: string, variantIds: readonly string[]) {
  const rows = await connection
    .selectFrom('variants')
    .innerJoin('products', (join) =>
      join
        .onRef('products.shop_id', '=', 'variants.shop_id')
        .onRef('products.id', '=', 'variants.product_id'),
    )
    .select(['variants.id', 'variants.price', 'variants.stock', 'variants.options', 'products.title'])
    .where('variants.shop_id', '=', shopId)
    .where('variants.id', 'in', variantIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { price: row.price, stock: row.stock, title: variantTitle(row.title, row.options) },
    ]),
  )
}

function same(a: SettledLine | null, b: SettledLine | null): boolean {
  return a?.quantity === b?.quantity && a?.position === b?.position
}
