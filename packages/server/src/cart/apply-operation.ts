import { type LineOperation, maxQuantity } from '@vitrina/core'

/** A line as the server has it; null when the cart has none for the variant. */
export interface SettledLine {
  quantity: number
  position: number
  addedPrice: number
}

/** What the shop can sell of a variant; null stock means that nobody counts. */
export interface Sellable {
  price: number
  stock: number | null
}

export type AppliedOperation = { line: SettledLine | null } & (
  | { outcome: 'applied' }
  | { outcome: 'capped'; requested: number; available: number }
  | { outcome: 'gone' }
)

/**
 * One intent of the buyer over one line, as core folds it, and bounded by what there is. `position` is where a new
 * line goes.
 */
export function applyOperation(
  line: SettledLine | null,
  operation: LineOperation,
  sellable: Sellable | undefined,
  position: number,
): AppliedOperation {
  if (operation.kind === 'remove') return { line: null, outcome: 'applied' }
  if (!sellable) return { line: null, outcome: 'gone' }
  const kept = operation.kind === 'add' ? (line?.quantity ?? 0) : 0
  const requested = kept + operation.quantity
  const available = Math.min(sellable.stock ?? maxQuantity, maxQuantity)
  const quantity = Math.min(requested, available)
  const next = quantity === 0 ? null : { position, addedPrice: sellable.price, ...line, quantity }
  return quantity < requested
    ? { line: next, outcome: 'capped', requested, available }
    : { line: next, outcome: 'applied' }
}
