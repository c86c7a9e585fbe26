import type { Clock } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
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

/**
 * Deals with what a shop's inbox holds. What is not known yet stays: it may be there at the next turn. Two processes
 * at it do no harm, for settling twice is settling once.
 */
export async function drainInbox({ database, clock }: InboxDeps, shopId: string): Promise<void> {
  const rows = await database.kysely
    .selectFrom('inbox')
    .select(['provider', 'event_id', 'notification', 'received_at'])
    .where('shop_id', '=', shopId)
    .where('outcome', 'is', null)
    .orderBy('received_at')
    .limit(100)
    .execute()
  for (const row of rows) {
    const { notification } = row
    const outcome = await settlePayment(database, notification, notification.status, new Date(clock.now()))
    const fresh = clock.now() - row.received_at.getTime() < patience
    if (outcome === 'unknown' && fresh) continue
    await database.kysely
      .updateTable('inbox')
      .set({ outcome })
      .where('shop_id', '=', shopId)
      .where('provider', '=', row.provider)
      .where('event_id', '=', row.event_id)
      // Of two at the same notification one did it, and that is what is written down.
      .$if(outcome === 'ignored', (query) => query.where('outcome', 'is', null))
      .execute()
  }
}
