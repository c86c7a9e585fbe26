import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { OrderLink } from '@vitrina/core'
import type { Database } from '../database/open-database.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { OrderKey } from './move-order.ts'

/** A link that was opened: kept in a session instead of the secret. */
export interface OpenedLink {
  orderId: string
  hash: string
}

const lifetime = 90 * 24 * 3_600_000
/** So many links of an order are good at once; a further one ends the oldest. */
const most = 5

/** Makes a link to an order: what it says is known here for this moment alone, the data base has a hash. */
export async function makeOrderLink(
  database: Database,
  { buyerId, ...key }: OrderKey & { buyerId: string },
  now: number,
): Promise<OrderLink | undefined> {
  const secret = randomBytes(32).toString('base64url')
  const endsAt = new Date(now + lifetime)
  const { shopId, orderId } = key
  return inTransaction(database, async (connection) => {
    // The order's row is held, so that many at once leave no more than five.
    const order = await connection
      .selectFrom('orders')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('id', '=', orderId)
      .where('buyer_id', '=', buyerId)
      .forUpdate()
      .executeTakeFirst()
    if (!order) return undefined
    const older = await linksOf(connection, key)
      .orderBy('made_at', 'desc')
      .orderBy('hash')
      .offset(most - 1)
      .execute()
    if (older.length > 0) {
      await connection
        .deleteFrom('order_links')
        .where('shop_id', '=', shopId)
        .where('order_id', '=', orderId)
        .where(
          'hash',
          'in',
          older.map(({ hash }) => hash),
        )
        .execute()
    }
    await connection
      .insertInto('order_links')
      .values({
        shop_id: shopId,
        order_id: orderId,
        hash: hashOf(secret),
        made_at: new Date(now),
        ends_at: endsAt,
      })
      .execute()
    return { orderId, text: `${orderId}.${secret}`, endsAt: endsAt.toISOString() }
  })
}

/** Links that are over. */
export async function clearOrderLinks(connection: Connection, shopId: string, now: number): Promise<void> {
  await connection
    .deleteFrom('order_links')
    .where('shop_id', '=', shopId)
    .where('ends_at', '<', new Date(now))
    .execute()
}

/** What a link opens; undefined for one that is not good, without a word why. */
export async function openOrderLink(
  connection: Connection,
  shopId: string,
  text: string,
  now: number,
): Promise<OpenedLink | undefined> {
  const [, orderId = '', secret = ''] = /^([\w-]{1,100})\.([\w-]{43})$/.exec(text) ?? []
  if (!secret) return undefined
  const given = hashOf(secret)
  const links = await linksOf(connection, { shopId, orderId }).where('ends_at', '>', new Date(now)).execute()
  const found = links.find(({ hash }) => timingSafeEqual(Buffer.from(hash), Buffer.from(given)))
  return found && { orderId, hash: given }
}

/** Whose the order of an opened link is now; undefined when the link is over. */
export async function linkedOwner(
  connection: Connection,
  shopId: string,
  { orderId, hash }: OpenedLink,
  now: number,
): Promise<string | undefined> {
  const row = await connection
    .selectFrom('order_links as l')
    .innerJoin('orders as o', (join) =>
      join.onRef('o.shop_id', '=', 'l.shop_id').onRef('o.id', '=', 'l.order_id'),
    )
    .select('o.buyer_id')
    .where('l.shop_id', '=', shopId)
    .where('l.order_id', '=', orderId)
    .where('l.hash', '=', hash)
    .where('l.ends_at', '>', new Date(now))
    .executeTakeFirst()
  return row?.buyer_id
}

function linksOf(connection: Connection, { shopId, orderId }: OrderKey) {
  return connection
    .selectFrom('order_links')
    .select('hash')
    .where('shop_id', '=', shopId)
    .where('order_id', '=', orderId)
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
