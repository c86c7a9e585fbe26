import { type CartLine, type LineOperation, maxQuantity, type PromoOperation } from './cart.ts'

/** An operation that the server does not have yet; one on a line with that as the buyer saw it, to be drawn until then. */
export type PendingOperation =
  | { operation: LineOperation; line: CartLine }
  | { operation: PromoOperation; line?: undefined }

/** The settled lines with the pending operations played over them: what the buyer sees. */
export function foldOperations(
  settled: readonly CartLine[],
  pending: readonly PendingOperation[],
): CartLine[] {
  const lines = new Map(settled.map((line) => [line.variantId, line]))
  for (const { operation, line } of pending) {
    if (!line) continue
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

/** Likewise the codes. Which of them go together, only the server knows. */
export function foldPromoCodes(settled: readonly string[], pending: readonly PendingOperation[]): string[] {
  const codes = new Set(settled)
  for (const { operation } of pending) {
    if (operation.kind === 'apply-promo') codes.add(operation.code)
    else if (operation.kind === 'remove-promo') codes.delete(operation.code)
  }
  return [...codes]
}
