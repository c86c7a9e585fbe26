import type { Selectable } from 'kysely'
import type { PaymentRow } from '../database/tables.ts'
import { inTransaction } from '../database/transaction.ts'
import { type AskProviderDeps, askProvider } from './ask-provider.ts'
import { callProvider } from './call-provider.ts'
import { nextCheck } from './next-check.ts'
import type { PaymentKey } from './payment-provider.ts'
import { putRefund } from './settle-payment.ts'

const batch = 20
const turns = 10
const hour = 3_600_000
/** After this long without an outcome an attempt counts as expired. Should it be paid all the same, that still counts. */
const patience = 3 * 24 * hour

/**
 * Asks the acquirer about every unfinished payment when its time has come, and sends back what is due: a lost
 * notification needs nobody's visit. Bounded: twenty at once, ten times; the rest waits for the next turn. Of several
 * servers one gets each payment, for who counts up `checks` has it.
 */
export async function reconcilePayments(deps: AskProviderDeps, shopId: string): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    const due = await unfinished(deps, shopId)
    await Promise.all(due.map((payment) => reconcile(deps, payment)))
    if (due.length < batch) return
  }
}

/** One that the acquirer tells differently waits for a person: asking again would say the same. */
async function unfinished({ database, clock }: AskProviderDeps, shopId: string) {
  return database.kysely
    .selectFrom('payments')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where((where) => where.or([where('state', '=', 'pending'), where('state', '=', 'refund-due')]))
    .where((where) => where.or([where('review', 'is', null), where('review', '!=', 'mismatch')]))
    .where('next_check_at', '<=', new Date(clock.now()))
    .orderBy('next_check_at')
    .limit(batch)
    .execute()
}

async function reconcile(deps: AskProviderDeps, payment: Selectable<PaymentRow>): Promise<void> {
  if (!(await claim(deps, payment))) return
  const key = { shopId: payment.shop_id, paymentId: payment.id }
  if (payment.state === 'refund-due') {
    if (await sendBack(deps, key)) return finish(deps, payment, { state: 'refunded' })
  }
  const said = await askProvider(deps, key)
  if (payment.state !== 'pending' || said === 'unavailable') return
  const age = deps.clock.now() - payment.created_at.getTime()
  if (age > patience || (said === 'not-found' && age > hour)) {
    await finish(deps, payment, { state: 'failed', reason: 'expired' })
  }
}

async function sendBack({ provider, clock }: AskProviderDeps, key: PaymentKey): Promise<boolean> {
  const refund = provider.refund?.bind(provider)
  if (!refund) return false
  return (await callProvider(clock, () => refund(key))).ok
}

async function claim({ database, clock }: AskProviderDeps, payment: Selectable<PaymentRow>) {
  const claimed = await database.kysely
    .updateTable('payments')
    .set({ checks: payment.checks + 1, next_check_at: nextCheck(clock.now(), payment.checks) })
    .where('shop_id', '=', payment.shop_id)
    .where('id', '=', payment.id)
    .where('state', '=', payment.state)
    .where('checks', '=', payment.checks)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

async function finish(
  { database, clock }: AskProviderDeps,
  payment: Selectable<PaymentRow>,
  change: Pick<Partial<Selectable<PaymentRow>>, 'state' | 'reason'>,
): Promise<void> {
  await inTransaction(database, async (connection) => {
    const finished = await connection
      .updateTable('payments')
      .set(change)
      .where('shop_id', '=', payment.shop_id)
      .where('id', '=', payment.id)
      .where('state', '=', payment.state)
      .returning('id')
      .executeTakeFirst()
    if (finished && change.state === 'refunded') {
      await putRefund(connection, payment, new Date(clock.now()))
    }
  })
}
