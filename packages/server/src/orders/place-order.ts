import type { OrderRequest, Result } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { createBatch } from '../create-batch.ts'
import type { Database } from '../database/open-database.ts'
import { sqlState } from '../database/sql-state.ts'
import { untilUndisturbed } from '../database/transaction.ts'
import { promotionOf } from '../promotions/promotion-of.ts'
import { type Candidate, fittingTogether } from './fitting-together.ts'
import type { OrderNumbers } from './order-numbers.ts'
import { type Attempt, type OrderRefusal, type PlacedOrders, prepareCheckout } from './prepare-checkout.ts'
import { readCheckouts } from './read-checkouts.ts'
import { writeCheckouts } from './write-checkouts.ts'

export interface PlaceOrderDeps {
  database: Database
  numbers: OrderNumbers
}

export type PlaceOrder = (
  shop: ShopConfig,
  buyerId: string,
  request: OrderRequest,
  placedAt: Date,
) => Promise<Result<PlacedOrders, OrderRefusal>>

type Outcome = Result<PlacedOrders, OrderRefusal>

/** What the data base says when a check of a table, or a column that must be unique, is in the way. */
const refusals = new Set(['23514', '23505'])

/**
 * Makes the orders of a checkout, one for each seller, at most once. Those that come while others are being written are
 * taken together: one statement reads for all of them, and one writes what came of it, if the carts are still at the
 * revisions that were read. So an article that everybody wants is one row that is locked once for many orders. Whatever is
 * in the way leaves carts, stock, codes and orders as they were, and is looked at again.
 */
export function createPlaceOrder({ database, numbers }: PlaceOrderDeps): PlaceOrder {
  const shops = new Map<string, (attempt: Attempt) => Promise<Outcome | undefined>>()

  function shopOf(shop: ShopConfig) {
    const known = shops.get(shop.id)
    const place = known ?? createBatch((attempts: Attempt[]) => placeTogether(database, shop, attempts))
    shops.set(shop.id, place)
    return place
  }

  return async (shop, buyerId, request, placedAt) => {
    const number = await numbers.take(shop.id)
    const attempt = { buyerId, request, number, placedAt }
    const place = shopOf(shop)
    const outcome = await untilUndisturbed(() => place(attempt))
    if (!outcome.ok || !outcome.value.orders) numbers.giveBack(shop.id, number)
    return outcome
  }
}

/** Undefined for those that have to be looked at again. */
async function placeTogether(
  { kysely }: Database,
  shop: ShopConfig,
  attempts: readonly Attempt[],
): Promise<(Outcome | undefined)[]> {
  const keys = attempts.map(({ buyerId, request: { checkoutId } }) => ({ buyerId, checkoutId }))
  const extracts = await readCheckouts(kysely, shop.id, keys)
  const outcomes: (Outcome | undefined)[] = attempts.map(() => undefined)
  const candidates: (Candidate & { index: number })[] = []
  for (const [index, attempt] of attempts.entries()) {
    const found = extracts[index]
    if (!found) throw new Error('An answer is missing')
    const prepared = prepareCheckout(shop, attempt, found)
    if ('end' in prepared) outcomes[index] = prepared.end
    else candidates.push({ index, found, checkout: prepared.write })
  }
  const limitOf = (code: string) => promotionOf(shop, code)?.limit ?? Number.POSITIVE_INFINITY
  const fits = fittingTogether(candidates, limitOf)
  const chosen = candidates.filter((_, index) => fits[index])
  for (const { index, checkout } of await written(chosen))
    outcomes[index] = { ok: true, value: { orders: checkout.orders } }
  return outcomes

  /** Several that the data base refuses are asked one by one by the batch; one that it refuses alone is looked at again. */
  async function written<Each extends Candidate>(group: Each[]): Promise<Each[]> {
    if (group.length === 0) return []
    try {
      const carts = await writeCheckouts(
        kysely,
        shop,
        group.map(({ checkout }) => checkout),
      )
      return group.filter(({ checkout }) => carts.has(checkout.cartId))
    } catch (error) {
      if (group.length === 1 && refusals.has(sqlState(error)) && !isNumberTaken(error)) return []
      throw error
    }
  }
}

/** Somebody else has given out our numbers: trying again would not help. */
function isNumberTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'orders_shop_id_number_key'
}
