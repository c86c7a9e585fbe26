import { randomUUID } from 'node:crypto'
import type { CartOperation } from '@vitrina/core'
import type { GuestCart } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import { applyOperations, type CartPatch } from './apply-operations.ts'
import { dayOf } from './day-of.ts'
import { emptyCart } from './empty-cart.ts'
import { guestsPart, type Piles } from './guests-part.ts'
import { lockBoth } from './lock-both.ts'
import { type CartExtract, readCart } from './read-cart.ts'
import { writeCart } from './write-cart.ts'

export interface Meeting {
  shopId: string
  guestId: string
  buyerId: string
  policy: GuestCart
  now: number
}

/**
 * A guest has become a buyer: what the guest has goes over, in one transaction, however often and by how many at once it
 * is asked for. The guest's cart is left empty, so a second time finds nothing; its operations count as the buyer's from then
 * on, so one whose answer was lost is not applied again. Orders go over as well.
 */
export async function meetCarts(database: Database, meeting: Meeting): Promise<void> {
  const { shopId, guestId, buyerId, policy, now } = meeting
  if (guestId === buyerId || !(await anything(database.kysely, meeting))) return
  const day = dayOf(now)
  await inTransaction(database, async (connection) => {
    const [guest, own] = await lockBoth(connection, meeting, day)
    const part = await guestsPart(connection, { shopId, guestCart: guest, ownCart: own })
    const owner = { shopId, buyerId }
    const adds: CartOperation[] = [...part.pieces].map(([variantId, quantity]) => ({
      id: randomUUID(),
      revision: own.revision,
      variantId,
      kind: 'add',
      quantity,
    }))
    const cart = await readCart(connection, owner, { cartId: own.cartId, since: 0, operations: adds })
    const patch = { ...outcome(cart, adds, part.pieces, policy), effects: part.effects }
    if (!(await writeCart(connection, own, patch, { fresh: false, day })))
      throw new Error('A locked cart moved')
    await emptyCart(connection, guest)
    await connection
      .updateTable('carts')
      .set({ met_revision: guest.revision + 1 })
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', guestId)
      .execute()
    await connection
      .updateTable('orders')
      .set({ buyer_id: buyerId })
      .where('shop_id', '=', shopId)
      .where('buyer_id', '=', guestId)
      .execute()
  })
}

/** What the buyer's cart becomes. */
function outcome(
  cart: CartExtract,
  adds: readonly CartOperation[],
  guests: Piles,
  policy: GuestCart,
): Omit<CartPatch, 'effects'> {
  const before = new Map(
    cart.rows.filter((row) => row.quantity > 0).map((row) => [row.variantId, row.quantity]),
  )
  if (guests.size === 0) return { revision: cart.revision, rows: [], remarks: [] }
  if (policy === 'keep-buyer' && before.size > 0)
    return told(cart, undefined, { pieces: 0, dropped: sumOf(guests) })
  const replaces = policy === 'keep-guest'
  const out: CartOperation[] = replaces
    ? [...before.keys()].map((variantId) => ({
        id: randomUUID(),
        revision: cart.revision,
        variantId,
        kind: 'remove',
      }))
    : []
  const patch = applyOperations(cart, [...out, ...adds], randomUUID)
  const after = new Map(patch.rows.map((row) => [row.variantId, row.quantity]))
  let pieces = 0
  for (const id of guests.keys()) {
    const kept = replaces ? 0 : (before.get(id) ?? 0)
    pieces += Math.max(0, (after.get(id) ?? before.get(id) ?? 0) - kept)
  }
  return told(cart, patch, { pieces, dropped: replaces ? sumOf(before) : 0 })
}

/** With the word to the buyer; `''` stands for the cart as a whole, where others name a line. */
function told(
  cart: CartExtract,
  patch: CartPatch | undefined,
  figures: { pieces: number; dropped: number },
): Omit<CartPatch, 'effects'> {
  const revision = cart.revision + 1
  const adjustment = { id: randomUUID(), code: 'merged', ...figures } as const
  return {
    revision,
    rows: patch?.rows ?? [],
    remarks: [...(patch?.remarks ?? []), { variantId: '', revision, adjustment }],
  }
}

function sumOf(piles: Piles): number {
  let sum = 0
  for (const quantity of piles.values()) sum += quantity
  return sum
}

/** Most who sign in were no guests before, or not since: that costs no transaction. */
async function anything(connection: Connection, { shopId, guestId }: Meeting): Promise<boolean> {
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
