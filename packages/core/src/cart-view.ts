import type { Adjustment } from './adjustment.ts'
import type { Cart } from './cart.ts'
import type { MerchantFailure } from './failure.ts'
import { foldOperations, foldPromoCodes, type PendingOperation } from './fold-operations.ts'
import { multiplyMoney, sumMoney } from './money.ts'
import type { CartView } from './shop.ts'

export function cartView(
  settled: Cart,
  pending: readonly PendingOperation[],
  adjustments: Adjustment[],
  failure: MerchantFailure | null,
): CartView {
  const lines = foldOperations(settled.lines, pending)
  const currency = lines[0]?.unitPrice.currency
  const amounts = lines.map((line) => multiplyMoney(line.unitPrice, line.quantity))
  return {
    status: settled.id === null ? 'loading' : 'ready',
    lines,
    count: lines.reduce((count, line) => count + line.quantity, 0),
    subtotal: currency ? sumMoney(amounts, currency) : null,
    promoCodes: foldPromoCodes(settled.promoCodes, pending),
    terms: settled.terms ?? {},
    estimated: pending.length > 0,
    pending: pending.length,
    adjustments,
    failure,
  }
}
