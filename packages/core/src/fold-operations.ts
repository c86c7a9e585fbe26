import { type CartLine, type CartOperation, maxQuantity } from './cart.ts'

/** An operation that the server does not have yet, with the line as the buyer saw it, to be drawn until it answers. */
export interface PendingOperation {
  operation: CartOperation
  line: CartLine
}

/** The settled lines with the pending operations played over them: what the buyer sees. */
export function foldOperations(
  settled: readonly CartLine[],
  pending: readonly PendingOperation[],
): CartLine[] {
  const lines = new Map(settled.map((line) => [line.variantId, line]))
  for (const { operation, line } of pending) {
    const before = lines.get(operation.variantId)
    if (operation.kind === 'remove') {
      lines.delete(operation.variantId)
      continue
    }
    const kept = operation.kind === 'add' ? (before?.quantity ?? 0) : 0
    const quantity = Math.min(maxQuantity, kept + operation.quantity)
    lines.set(operation.variantId, { ...(before ?? line), quantity })
  }
  return [...lines.values()]
}
