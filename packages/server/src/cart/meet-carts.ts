import { randomUUID } from 'node:crypto'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import { passOnOrders } from '../orders/pass-on-orders.ts'
import { codeStanding } from '../promotions/code-uses.ts'
import { applyOperations } from './apply-operations.ts'
import { dayOf } from './day-of.ts'
import { emptyCart } from './empty-cart.ts'
import { guestsPart } from './guests-part.ts'
import { lockBoth } from './lock-both.ts'
import { meetingOperations, meetingWords } from './meeting-plan.ts'
import { readCarts } from './read-carts.ts'
import { writeCarts } from './write-carts.ts'

export interface Meeting {
  guestId: string
  buyerId: string
  now: number
}

/**
 * A guest has become a buyer: what the guest has goes over, in one transaction, however often and by how many at once it
 * is asked for. The guest's cart is left empty, so a second time finds nothing; its operations count as the buyer's from then
 * on, so one whose answer was lost is not applied again. Orders go over as well.
 */
export async function meetCarts(database: Database, shop: ShopConfig, meeting: Meeting): Promise<void> {
  const { guestId, buyerId, now } = meeting
  const { id: shopId, guestCart: policy = 'merge' } = shop
  if (guestId === buyerId || !(await anything(database.kysely, shopId, guestId))) return
  const day = dayOf(now)
  await inTransaction(database, async (connection) => {
    const [guest, own] = await lockBoth(connection, { shopId, guestId, buyerId }, day)
    const part = await guestsPart(connection, { shopId, guestCart: guest, ownCart: own })
    const sync = { cartId: own.cartId, since: 0, operations: part.operations }
    const [cart] = await readCarts(connection, shopId, [{ buyerId, sync }])
    if (!cart) throw new Error('A locked cart is gone')
    const operations = meetingOperations(cart, part, policy)
    const standingOf = (code: string) => codeStanding(shop, code, cart.uses)
    const patch = applyOperations(cart, operations, { standingOf, now, newId: randomUUID })
    const told = meetingWords(cart, part, patch, policy)
    const written = { ...patch, ...told, effects: part.effects }
    const moved = await writeCarts(connection, shopId, {
      known: [{ state: own, patch: written }],
      fresh: [],
      day,
    })
    if (moved.size === 0) throw new Error('A locked cart moved')
    await emptyCart(connection, guest)
    await connection
      .updateTable('carts')
      .set({ met_revision: guest.revision + 1 })
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', guestId)
      .execute()
    await passOnOrders(connection, { shopId, from: guestId, to: buyerId })
  })
}

/** Most who sign in were no guests before, or not since: that costs no transaction. */
async function anything(connection: Connection, shopId: string, guestId: string): Promise<boolean> {
  const cart = await connection
    .selectFrom('carts')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', guestId)
    .whereRef('revision', '>', 'met_revision')
    .executeTakeFirst()
  if (cart) return true
  const order = await connection
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('buyer_id', '=', guestId)
    .executeTakeFirst()
  return order !== undefined
}
