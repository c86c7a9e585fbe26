import type { Adjustment } from './adjustment.ts'
import type { Issue } from './failure.ts'
import type { PendingOperation } from './fold-operations.ts'

/**
 * The one operation of a batch that the server will never take, as the buyer is told of it: it must not hold up the others,
 * and is dropped. Undefined when nothing was sent.
 */
export function refusedOperation(
  batch: readonly PendingOperation[],
  issues: readonly Issue[],
): Adjustment | undefined {
  const bad = batch[indexOfIssue(issues)] ?? batch[0]
  if (!bad) return undefined
  const title = bad.line ? bad.line.title : bad.operation.code
  return { id: bad.operation.id, title, code: 'refused', reason: issues[0]?.message ?? '' }
}

/** `operations.3.quantity` names the fourth operation. */
function indexOfIssue(issues: readonly Issue[]): number {
  return Number(/^operations\.(\d+)/.exec(issues[0]?.path ?? '')?.[1] ?? -1)
}
