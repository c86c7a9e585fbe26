import type { Clock } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { Database } from '../database/open-database.ts'
import type { InboxRow } from '../database/tables.ts'
import type { PaymentNotification } from './payment-provider.ts'
import { settlePayment } from './settle-payment.ts'

export interface InboxDeps {
  database: Database
  clock: Clock
}

/** Keeps a notification once per event, so that it can be answered at once and dealt with afterwards. */
export async function receive(
  { database, clock }: InboxDeps,
  provider: string,
  notification: PaymentNotification,
): Promise<void> {
  await database.kysely
    .insertInto('inbox')
    .values({
      shop_id: notification.shopId,
      provider,
      event_id: notification.eventId,
      payment_id: notification.paymentId,
      notification: JSON.stringify(notification),
      received_at: new Date(clock.now()),
    })
    .onConflict((conflict) => conflict.columns(['shop_id', 'provider', 'event_id']).doNothing())
    .execute()
}

/** How long a notification waits for the payment that it speaks of. */
const patience = 3 * 24 * 3_600_000
const batch = 100

export interface DrainDeps extends InboxDeps {
  /** Told once of a notification whose payment nobody knew in the end: money may have moved. */
  onError: (error: unknown) => void
}

/**
 * Deals with what a shop's inbox holds. What is not known yet stays: it may be there at the next turn. Two processes
 * at it do no harm, for settling twice is settling once.
 */
export async function drainInbox(deps: DrainDeps, shopId: string): Promise<void> {
  // What stays is passed over: it keeps nobody else waiting.
  for (let passed = 0; ; ) {
    const rows = await deps.database.kysely
      .selectFrom('inbox')
      .select(['provider', 'event_id', 'notification', 'received_at'])
      .where('shop_id', '=', shopId)
      .where('outcome', 'is', null)
      .orderBy('received_at')
      .orderBy('event_id')
      .limit(batch)
      .offset(passed)
      .execute()
    for (const row of rows) if (!(await deal(deps, shopId, row))) passed += 1
    if (rows.length < batch) return
  }
}

type InboxEntry = Pick<Selectable<InboxRow>, 'provider' | 'event_id' | 'notification' | 'received_at'>

/** False when it has to wait. */
async function deal(
  { database, clock, onError }: DrainDeps,
  shopId: string,
  row: InboxEntry,
): Promise<boolean> {
  const { notification, provider } = row
  const outcome = await settlePayment(database, notification, notification.status, new Date(clock.now()))
  const fresh = clock.now() - row.received_at.getTime() < patience
  if (outcome === 'unknown' && fresh) return false
  const { numUpdatedRows } = await database.kysely
    .updateTable('inbox')
    .set({ outcome })
    .where('shop_id', '=', shopId)
    .where('provider', '=', provider)
    .where('event_id', '=', row.event_id)
    // Of two at the same notification one did it, and that is what is written down.
    .$if(outcome === 'ignored' || outcome === 'unknown', (query) => query.where('outcome', 'is', null))
    .executeTakeFirst()
  if (outcome === 'unknown' && numUpdatedRows > 0) {
    const { paymentId, status } = notification
    onError(
      new Error(
        `${provider} says that payment ${paymentId} of shop ${shopId} is ${status.state}: nobody here knows it (event ${row.event_id})`,
      ),
    )
  }
  return true
}
