import { randomUUID } from 'node:crypto'
import type { CartChanges, CartSync } from '@vitrina/core'
import type { ProductView } from '../catalogue/product-of-rows.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { createBatch } from '../create-batch.ts'
import type { Database } from '../database/open-database.ts'
import { type Connection, untilUndisturbed } from '../database/transaction.ts'
import { codeStanding } from '../promotions/code-uses.ts'
import { applyOperations, type CartPatch } from './apply-operations.ts'
import { changesSince } from './changes-since.ts'
import { dayOf } from './day-of.ts'
import { orderTerms } from './order-terms.ts'
import { type CartAsk, type CartExtract, readCarts } from './read-carts.ts'
import { type CartWrite, writeCarts } from './write-carts.ts'

export interface CartOwner {
  shopId: string
  buyerId: string
}

export type SyncCart = (
  shop: ShopConfig,
  buyerId: string,
  sync: CartSync,
  view: ProductView & { now: number },
) => Promise<CartChanges>

interface Question extends CartAsk {
  /** Milliseconds. */
  now: number
}

interface Settled {
  cartId: string
  cart: CartExtract
  patch: CartPatch
}

interface Change extends Settled {
  buyerId: string
  day: Date
}

/**
 * Applies operations in order, each once per id, and tells what changed since a revision. One statement reads for all who
 * come at the same moment and one writes what came of it, if the carts are still at the revisions that were read; else
 * both are done again. So two tabs of one buyer take turns without holding anything, and two buyers do not meet. The next
 * ones are read meanwhile.
 */
export function createSyncCart({ kysely }: Database): SyncCart {
  const shops = new Map<string, ReturnType<typeof settleIn>>()

  function shopOf(shop: ShopConfig) {
    const settle = shops.get(shop.id) ?? settleIn(kysely, shop)
    shops.set(shop.id, settle)
    return settle
  }

  return async (shop, buyerId, sync, { now, ...view }) => {
    const operations = [...new Map(sync.operations.map((operation) => [operation.id, operation])).values()]
    const question = { buyerId, sync: { ...sync, operations }, now }
    const settle = shopOf(shop)
    const { cartId, cart, patch } = await untilUndisturbed(() => settle(question))
    const changes = changesSince(cart, patch, view)
    return {
      cartId,
      ...changes,
      ...(changes.since === 0 && { terms: orderTerms(shop) }),
      applied: operations.map(({ id }) => id),
    }
  }
}

/** Answers with undefined for those that have to be looked at again. */
function settleIn(
  connection: Connection,
  shop: ShopConfig,
): (question: Question) => Promise<Settled | undefined> {
  const read = createBatch((asked: CartAsk[]) => readCarts(connection, shop.id, asked))
  const write = createBatch((changes: Change[]) => writeTogether(connection, shop, changes))
  return async (question) => {
    const cart = await read(question)
    if (!cart) throw new Error('An answer is missing')
    const { buyerId, sync, now } = question
    const fresh = sync.operations.filter(({ id }) => !cart.applied.includes(id))
    const standingOf = (code: string) => codeStanding(shop, code, cart.uses)
    const patch = applyOperations(cart, fresh, { standingOf, now, newId: randomUUID })
    const settled = { cartId: cart.id ?? randomUUID(), cart, patch }
    const day = dayOf(now)
    if (patch.effects.length === 0 && cart.touched?.getTime() === day.getTime()) return settled
    return (await write({ ...settled, buyerId, day })) ? settled : undefined
  }
}

/** Which of them were written: of two tabs of one buyer the second looks again. */
async function writeTogether(
  connection: Connection,
  shop: ShopConfig,
  changes: readonly Change[],
): Promise<boolean[]> {
  const first = new Set(new Map(changes.toReversed().map((change) => [change.buyerId, change])).values())
  const writesOf = (isKnown: boolean): CartWrite[] =>
    [...first].flatMap(({ buyerId, cartId, cart, patch }) =>
      (cart.id !== null) === isKnown
        ? { state: { buyerId, cartId, revision: cart.revision, promoCodes: cart.promoCodes }, patch }
        : [],
    )
  const written = await writeCarts(connection, shop.id, {
    known: writesOf(true),
    fresh: writesOf(false),
    day: new Date(Math.max(...changes.map(({ day }) => day.getTime()))),
  })
  return changes.map((change) => first.has(change) && written.has(change.cartId))
}
