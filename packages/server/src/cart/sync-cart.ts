import { randomUUID } from 'node:crypto'
import type { CartChanges, CartSync } from '@vitrina/core'
import type { ProductView } from '../catalogue/product-of-rows.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { untilUndisturbed } from '../database/transaction.ts'
import { codeStanding } from '../promotions/code-uses.ts'
import { applyOperations } from './apply-operations.ts'
import { changesSince } from './changes-since.ts'
import { dayOf } from './day-of.ts'
import { readCart } from './read-cart.ts'
import { writeCart } from './write-cart.ts'

export interface CartOwner {
  shopId: string
  buyerId: string
}

/**
 * Applies operations in order, each once per id, and tells what changed since a revision. One statement reads and one
 * writes what came of it, if the cart is still at the revision that was read; else both are done again. So two tabs
 * of one buyer take turns without holding anything, and two buyers do not meet.
 */
export async function syncCart(
  { kysely }: Database,
  shop: ShopConfig,
  buyerId: string,
  sync: CartSync,
  { now, ...view }: ProductView & { now: number },
): Promise<CartChanges> {
  const owner = { shopId: shop.id, buyerId }
  const day = dayOf(now)
  const operations = [...new Map(sync.operations.map((operation) => [operation.id, operation])).values()]
  return untilUndisturbed(async () => {
    const cart = await readCart(kysely, owner, sync)
    const fresh = operations.filter(({ id }) => !cart.applied.includes(id))
    const standingOf = (code: string) => codeStanding(shop, code, cart.uses)
    const patch = applyOperations(cart, fresh, { standingOf, now, newId: randomUUID })
    const cartId = cart.id ?? randomUUID()
    if (fresh.length > 0 || cart.touched?.getTime() !== day.getTime()) {
      const state = { ...owner, cartId, revision: cart.revision, promoCodes: cart.promoCodes }
      if (!(await writeCart(kysely, state, patch, { fresh: cart.id === null, day }))) return undefined
    }
    return { cartId, ...changesSince(cart, patch, view), applied: operations.map(({ id }) => id) }
  })
}
