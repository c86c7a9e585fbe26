import { createHash } from 'node:crypto'
import type { Clock } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
import type { Connection } from '../database/transaction.ts'

/** The longest that a session lasts, and its last token after that. */
const kept = 13 * 3_600_000
/** How old what is known of other servers' sessions may be. */
const freshFor = 5_000

/**
 * Sessions that are over before their tokens are. There are few, so a process knows all of a shop's; what another server
 * has ended is heard of within five seconds.
 */
export interface EndedSessions {
  /**
   * Everything that this buyer began until then. Not until now: one that begins right after the answer may do so in the
   * same millisecond.
   */
  end(shopId: string, buyerId: string, at: Date): void
  /** `startedAt` in seconds since 1970. */
  isOver(shopId: string, session: { buyerId: string; startedAt: number }): Promise<boolean>
}

interface Known {
  readAt: number
  reading: Promise<void>
  /** When, by the hash of the buyer. */
  ended: Map<string, number>
}

export function createEndedSessions({ kysely }: Database, clock: Clock): EndedSessions {
  const shops = new Map<string, Known>()

  function known(shopId: string) {
    const shop = shops.get(shopId) ?? { readAt: Number.NaN, reading: Promise.resolve(), ended: new Map() }
    shops.set(shopId, shop)
    return shop
  }

  async function read(shopId: string): Promise<void> {
    const since = clock.now() - kept
    const rows = await kysely
      .selectFrom('ended_sessions')
      .select(['buyer_hash', 'ended_at'])
      .where('shop_id', '=', shopId)
      .where('ended_at', '>', new Date(since))
      .execute()
    const { ended } = known(shopId)
    for (const [hash, at] of ended) if (at < since) ended.delete(hash)
    // Nothing that is known is forgotten by an answer that was under way meanwhile.
    for (const row of rows) {
      ended.set(row.buyer_hash, Math.max(row.ended_at.getTime(), ended.get(row.buyer_hash) ?? 0))
    }
  }

  return {
    end: (shopId, buyerId, at) => known(shopId).ended.set(hashOf(buyerId), at.getTime()),
    async isOver(shopId, { buyerId, startedAt }) {
      const shop = known(shopId)
      if (!(Math.abs(clock.now() - shop.readAt) <= freshFor)) {
        shop.readAt = clock.now()
        shop.reading = read(shopId)
        shop.reading.catch(() => {
          shop.readAt = Number.NaN
        })
      }
      await shop.reading
      const at = shop.ended.size > 0 ? shop.ended.get(hashOf(buyerId)) : undefined
      return at !== undefined && startedAt * 1000 <= at
    },
  }
}

/** Writes it down for all servers, in the transaction of what it is about. */
export async function writeEndedSession(
  connection: Connection,
  { shopId, buyerId, at }: { shopId: string; buyerId: string; at: Date },
): Promise<void> {
  await connection
    .insertInto('ended_sessions')
    .values({ shop_id: shopId, buyer_hash: hashOf(buyerId), ended_at: at })
    .onConflict((conflict) => conflict.columns(['shop_id', 'buyer_hash']).doUpdateSet({ ended_at: at }))
    .execute()
}

/** Tokens of those sessions have ended by themselves. */
export async function clearEndedSessions(connection: Connection, shopId: string, now: number): Promise<void> {
  await connection
    .deleteFrom('ended_sessions')
    .where('shop_id', '=', shopId)
    .where('ended_at', '<', new Date(now - kept))
    .execute()
}

function hashOf(buyerId: string): string {
  return createHash('sha256').update(buyerId).digest('base64url')
}
