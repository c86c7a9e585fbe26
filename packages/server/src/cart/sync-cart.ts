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

interface Settled {
  cartId: string
  cart: CartExtract
  patch: CartPatch
}

interface Question extends CartAsk {
  /** Milliseconds. */
  now: number
}

/**
 * Applies operations in order, each once per id, and tells what changed since a revision. One statement reads and one
 * writes what came of it, for all who come at the same moment, if the carts are still at the revisions that were read;
 * else both are done again. So two tabs of one buyer take turns without holding anything, and two buyers do not meet.
 */
export function createSyncCart({ kysely }: Database): SyncCart {
  const shops = new Map<string, (question: Question) => Promise<Settled | undefined>>()

  function shopOf(shop: ShopConfig) {
    const settle =
      shops.get(shop.id) ?? createBatch((questions: Question[]) => settleTogether(kysely, shop, questions))
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

/** Undefined for those that have to be looked at again. */
async function settleTogether(
  connection: Connection,
  shop: ShopConfig,
  questions: readonly Question[],
): Promise<(Settled | undefined)[]> {
  const day = dayOf(Math.max(...questions.map(({ now }) => now)))
  const carts = await readCarts(connection, shop.id, questions)
  const settled = questions.map((question, index) => play(shop, carts[index], question))
  const changed = settled.filter(({ cart, patch }) => {
    return patch.effects.length > 0 || cart.touched?.getTime() !== day.getTime()
  })
  // Of two tabs of one buyer the second looks again.
  const first = [...new Map(changed.toReversed().map((one) => [one.buyerId, one])).values()]
  const writeOf = ({ buyerId, cartId, cart, patch }: Played): CartWrite => ({
    state: { buyerId, cartId, revision: cart.revision, promoCodes: cart.promoCodes },
    patch,
  })
  const written = await writeCarts(connection, shop.id, {
    known: first.filter(({ cart }) => cart.id !== null).map(writeOf),
    fresh: first.filter(({ cart }) => cart.id === null).map(writeOf),
    day,
  })
  const open = new Set(changed.filter((one) => !first.includes(one) || !written.has(one.cartId)))
  return settled.map((one) => (open.has(one) ? undefined : one))
}

interface Played extends Settled {
  buyerId: string
}

function play(shop: ShopConfig, cart: CartExtract | undefined, { buyerId, sync, now }: Question): Played {
  if (!cart) throw new Error('An answer is missing')
  const fresh = sync.operations.filter(({ id }) => !cart.applied.includes(id))
  const standingOf = (code: string) => codeStanding(shop, code, cart.uses)
  const patch = applyOperations(cart, fresh, { standingOf, now, newId: randomUUID })
  return { buyerId, cartId: cart.id ?? randomUUID(), cart, patch }
}
