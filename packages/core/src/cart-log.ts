import type { PendingOperation } from './fold-operations.ts'

/** What of a cart outlives a reload: the intents that the server does not have, and the notices already seen. */
export interface CartLog {
  pending: PendingOperation[]
  /** Ids of adjustments. */
  acknowledged: string[]
}

/** As many acknowledged adjustments as are remembered. */
const acknowledgedSize = 100

/**
 * What is stored: this page's log and what other pages of the same storage have in it. `over` are the operations that
 * this page knows to need no sending any more; whose they are matters not. What is there keeps its order, or two pages
 * would take turns in writing it.
 */
export function mergeLogs(mine: CartLog, found: CartLog | undefined, over: ReadonlySet<string>): CartLog {
  const theirs = found?.pending.filter(({ operation: { id } }) => !over.has(id)) ?? []
  const known = new Set(theirs.map(({ operation }) => operation.id))
  const acknowledged = [...new Set([...(found?.acknowledged ?? []), ...mine.acknowledged])]
  return {
    pending: [...theirs, ...mine.pending.filter(({ operation: { id } }) => !known.has(id))],
    acknowledged: acknowledged.slice(-acknowledgedSize),
  }
}

export function isCartLog(found: unknown): found is CartLog {
  if (typeof found !== 'object' || found === null) return false
  const { pending, acknowledged } = found as Partial<CartLog>
  return Array.isArray(acknowledged) && Array.isArray(pending) && pending.every(isPendingOperation)
}

function isPendingOperation(found: Partial<PendingOperation> | null): boolean {
  const { operation, line } = found ?? {}
  return (
    typeof operation?.id === 'string' && ('code' in operation || typeof line?.unitPrice?.amount === 'number')
  )
}
