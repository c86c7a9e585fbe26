import { fail, type OrderState, ok, type Result } from '@vitrina/core'
import { sql } from 'kysely'
import { deleteCarts } from './cart/delete-carts.ts'
import type { Database } from './database/open-database.ts'
import { type Connection, tryInTransaction } from './database/transaction.ts'
import { writeEndedSession } from './guard/ended-sessions.ts'

export interface Forgetting {
  shopId: string
  buyerId: string
  at: Date
}

/** Numbers of orders that are not paid or not delivered yet. */
export type ForgetRefusal = { code: 'orders-open'; orders: string[] }

const ended: readonly OrderState[] = ['delivered', 'cancelled']

/**
 * Erases what is known of a buyer, all or nothing, and again is the same. Orders stay in the books with number, lines and
 * sums, under an owner of their own each, so that nothing tells that they were of one person. While an order is open it has to
 * be known whose it is: then nothing is erased.
 */
export async function forgetBuyer(
  database: Database,
  { shopId, buyerId, at }: Forgetting,
): Promise<Result<void, ForgetRefusal>> {
  return tryInTransaction<void, ForgetRefusal>(database, async (connection) => {
    // Carts before orders, as everybody takes them: whoever is placing an order is waited for, and seen below.
    const carts = await connection
      .selectFrom('carts')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', buyerId)
      .forUpdate()
      .execute()
    const orders = await connection
      .selectFrom('orders')
      .select(['id', 'number', 'state'])
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', buyerId)
      .orderBy('id')
      .forUpdate()
      .execute()
    const open = orders.filter(({ state }) => !ended.includes(state))
    if (open.length > 0) return fail({ code: 'orders-open', orders: open.map(({ number }) => number) })
    await writeEndedSession(connection, { shopId, buyerId, at })
    await deleteCarts(
      connection,
      shopId,
      carts.map(({ id }) => id),
    )
    await connection
      .deleteFrom('promo_uses')
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', buyerId)
      .execute()
    await eraseOrders(
      connection,
      { shopId, buyerId, at },
      orders.map(({ id }) => id),
    )
    return ok(undefined)
  })
}

async function eraseOrders(
  connection: Connection,
  { shopId, buyerId }: Forgetting,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  await connection
    .deleteFrom('order_links')
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', ids)
    .execute()
  await connection
    .updateTable('outbox')
    .set({ outcome: 'unwanted' })
    .where('shop_id', '=', shopId)
    .where('order_id', 'in', ids)
    .where('channel', '=', 'buyer')
    .where('outcome', 'is', null)
    .execute()
  await sql`
    update orders set buyer_id = 'forgotten:' || id, fingerprint = '', consent_version = '',
      contact = '{"name": "", "phone": ""}'::jsonb,
      delivery_text = case when delivery ->> 'kind' = 'courier' then '' else delivery_text end,
      delivery = case when delivery ->> 'kind' = 'courier'
        then jsonb_build_object('kind', 'courier', 'optionId', delivery ->> 'optionId', 'address', '')
        else delivery end
    where shop_id = ${shopId} and buyer_id = ${buyerId}
  `.execute(connection)
}
