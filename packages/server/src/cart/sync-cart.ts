import { randomUUID } from 'node:crypto'
import type { CartChanges, CartOperation, CartSync } from '@vitrina/core'
import type { ProductView } from '../catalogue/product-of-rows.ts'
import type { Database } from '../database/open-database.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import { applyOperations, type CartState } from './apply-operations.ts'
import { changesSince } from './changes-since.ts'
import { findCart } from './find-cart.ts'
import { writeCart } from './write-cart.ts'

export interface CartOwner {
  shopId: string
  buyerId: string
}

/**
 * Applies operations in order, each once per id, and tells what changed since a revision. One transaction that holds
 * the cart's row: two tabs of one buyer take turns, two buyers do not meet.
 */
export async function syncCart(
  database: Database,
  owner: CartOwner,
  sync: CartSync,
  view: ProductView,
): Promise<CartChanges> {
  return inTransaction(database, async (connection) => {
    const cart = await openCart(connection, owner, sync.operations.length > 0)
    const revision = await applyFresh(connection, cart, sync.operations)
    const known = sync.cartId === cart.cartId && sync.since <= revision
    const changes = await changesSince(connection, { ...cart, revision }, known ? sync.since : 0, view)
    return { ...changes, applied: [...new Set(sync.operations.map((operation) => operation.id))] }
  })
}

/** A question alone takes no lock; it is answered from rows that are each right, and asked again at any revision. */
async function openCart(connection: Connection, owner: CartOwner, writes: boolean): Promise<CartState> {
  const cart = writes ? undefined : await findCart(connection, owner, 'read')
  return cart ?? lockCart(connection, owner)
}

/** The buyer's cart, made when there is none. The upsert locks its row until the transaction ends. */
async function lockCart(connection: Connection, { shopId, buyerId }: CartOwner): Promise<CartState> {
  const row = await connection
    .insertInto('carts')
    .values({ shop_id: shopId, buyer_id: buyerId, id: randomUUID(), revision: 0 })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'buyer_id']).doUpdateSet(({ ref }) => ({ id: ref('carts.id') })),
    )
    .returning(['id', 'revision'])
    .executeTakeFirstOrThrow()
  return { shopId, buyerId, cartId: row.id, revision: row.revision }
}

/** Answers with the cart's revision afterwards. Operations that are known already do nothing again. */
async function applyFresh(
  connection: Connection,
  cart: CartState,
  operations: readonly CartOperation[],
): Promise<number> {
  if (operations.length === 0) return cart.revision
  const known = await knownOperations(connection, cart, operations)
  const fresh = [...new Map(operations.map((operation) => [operation.id, operation])).values()].filter(
    (operation) => !known.has(operation.id),
  )
  if (fresh.length === 0) return cart.revision
  const patch = await applyOperations(connection, cart, fresh, randomUUID)
  return writeCart(connection, cart, patch, fresh)
}

async function knownOperations(
  connection: Connection,
  cart: CartState,
  operations: readonly CartOperation[],
): Promise<Set<string>> {
  const rows = await connection
    .selectFrom('cart_operations')
    .select('id')
    .where('shop_id', '=', cart.shopId)
    .where('cart_id', '=', cart.cartId)
    .where(
      'id',
      'in',
      operations.map((operation) => operation.id),
    )
    .execute()
  return new Set(rows.map((row) => row.id))
}
