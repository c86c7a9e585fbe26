import { type AskProviderDeps, askProvider } from './ask-provider.ts'
import type { PaymentKey } from './payment-provider.ts'

const interval = 3_000

/**
 * Asks the acquirer about a pending payment, at most every three seconds however often buyers look: a notification
 * that was lost heals when somebody wants to know. When nobody does, `reconcilePayments` asks.
 */
export async function checkPayment(deps: AskProviderDeps, { shopId, paymentId }: PaymentKey): Promise<void> {
  const now = deps.clock.now()
  const due = await deps.database.kysely
    .updateTable('payments')
    .set({ checked_at: new Date(now) })
    .where('shop_id', '=', shopId)
    .where('id', '=', paymentId)
    .where('state', '=', 'pending')
    .where((where) =>
      where.or([where('checked_at', 'is', null), where('checked_at', '<=', new Date(now - interval))]),
    )
    .returning('id')
    .executeTakeFirst()
  if (due) await askProvider(deps, { shopId, paymentId })
}
