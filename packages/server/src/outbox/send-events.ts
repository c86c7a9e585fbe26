import type { Clock } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { Database } from '../database/open-database.ts'
import type { OutboxRow } from '../database/tables.ts'
import { findOrders } from '../orders/find-orders.ts'
import { nextCheck } from '../payments/next-check.ts'
import type { OrderEvent, OutboxChannel, Tell } from './order-event.ts'

export interface SendEventsDeps {
  database: Database
  clock: Clock
  /** Who is told; what is for a channel that nobody listens to is not kept. */
  tellers: Partial<Record<OutboxChannel, Tell>>
  /** An event that nobody took for three days, and that is not sent any more. */
  onGivenUp: (event: OrderEvent, channel: OutboxChannel) => void
}

const batch = 20
const turns = 10
const patience = 3 * 24 * 3_600_000
/** What was told is kept for a month, for those who ask. */
const kept = 30 * 24 * 3_600_000
const cleared = 500

/**
 * Tells what waits in a shop's outbox: at least once, since a server may die between telling and noting that. Bounded;
 * of several servers one gets each event, for who counts up `attempts` has it until the next attempt is due.
 */
export async function sendEvents(deps: SendEventsDeps, shopId: string): Promise<void> {
  await dropUnwanted(deps, shopId)
  for (let turn = 0; turn < turns; turn++) {
    const due = await waiting(deps, shopId)
    await Promise.all(due.map((row) => send(deps, row)))
    if (due.length < batch) break
  }
  await clearOld(deps, shopId)
}

async function dropUnwanted({ database, tellers }: SendEventsDeps, shopId: string): Promise<void> {
  for (const channel of ['merchant', 'buyer'] as const) {
    if (tellers[channel]) continue
    await database.kysely
      .updateTable('outbox')
      .set({ outcome: 'unwanted' })
      .where('shop_id', '=', shopId)
      .where('channel', '=', channel)
      .where('outcome', 'is', null)
      .execute()
  }
}

async function waiting({ database, clock }: SendEventsDeps, shopId: string) {
  return database.kysely
    .selectFrom('outbox')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('outcome', 'is', null)
    .where('next_attempt_at', '<=', new Date(clock.now()))
    .orderBy('next_attempt_at')
    .orderBy('created_at')
    .limit(batch)
    .execute()
}

async function send(deps: SendEventsDeps, row: Selectable<OutboxRow>): Promise<void> {
  const tell = deps.tellers[row.channel]
  if (!tell || !(await claim(deps, row))) return
  const event = await eventOf(deps, row)
  if (!event) return
  const told = await tell(event).then(
    () => true,
    () => false,
  )
  if (told) return finish(deps, row, 'told')
  if (deps.clock.now() - row.created_at.getTime() < patience) return
  await finish(deps, row, 'given-up')
  deps.onGivenUp(event, row.channel)
}

async function claim({ database, clock }: SendEventsDeps, row: Selectable<OutboxRow>): Promise<boolean> {
  const claimed = await database.kysely
    .updateTable('outbox')
    .set({ attempts: row.attempts + 1, next_attempt_at: nextCheck(clock.now(), row.attempts) })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('channel', '=', row.channel)
    .where('attempts', '=', row.attempts)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined
}

async function eventOf(
  { database }: SendEventsDeps,
  row: Selectable<OutboxRow>,
): Promise<OrderEvent | undefined> {
  const { shop_id: shopId, order_id: id } = row
  const owner = await database.kysely
    .selectFrom('orders')
    .select('buyer_id')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!owner) return undefined
  const buyerId = owner.buyer_id
  const [order] = await findOrders(database.kysely, { shopId, buyerId }, { id })
  const timestamp = row.created_at.toISOString()
  return order && { id: row.id, type: row.type, timestamp, shopId, buyerId, order }
}

async function finish(
  { database }: SendEventsDeps,
  row: Selectable<OutboxRow>,
  outcome: 'told' | 'given-up',
): Promise<void> {
  await database.kysely
    .updateTable('outbox')
    .set({ outcome })
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('channel', '=', row.channel)
    .execute()
}

async function clearOld({ database, clock }: SendEventsDeps, shopId: string): Promise<void> {
  const old = await database.kysely
    .selectFrom('outbox')
    .select(['id', 'channel'])
    .where('shop_id', '=', shopId)
    .where('outcome', 'is not', null)
    .where('created_at', '<', new Date(clock.now() - kept))
    .orderBy('created_at')
    .limit(cleared)
    .execute()
  if (old.length === 0) return
  await database.kysely
    .deleteFrom('outbox')
    .where('shop_id', '=', shopId)
    .where('outcome', 'is not', null)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute()
}
