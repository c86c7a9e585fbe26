import { type OrderRequest, ok, type Result } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { createBatch } from '../create-batch.ts'
import type { Database } from '../database/open-database.ts'
import { sqlState } from '../database/sql-state.ts'
import { type Connection, untilUndisturbed } from '../database/transaction.ts'
import { promotionOf } from '../promotions/promotion-of.ts'
import { type Candidate, fittingTogether } from './fitting-together.ts'
import type { OrderNumbers } from './order-numbers.ts'
import { type Attempt, type OrderRefusal, type PlacedOrders, prepareCheckout } from './prepare-checkout.ts'
import { type CheckoutKey, readCheckouts } from './read-checkouts.ts'
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
 * Makes the orders of a checkout, one for each seller, at most once. Those that come at the same moment are taken
 * together: one statement reads for all of them, and one writes what came of it, if the carts are still at the revisions
 * that were read. So an article that everybody wants is one row that is locked once for many orders. The next ones are read
 * meanwhile, so that a refusal waits for no order. Whatever is in the way leaves carts, stock, codes and orders as they
 * were, and is looked at again.
 */
export function createPlaceOrder({ database, numbers }: PlaceOrderDeps): PlaceOrder {
  const shops = new Map<string, ReturnType<typeof placeIn>>()

  function shopOf(shop: ShopConfig) {
    const place = shops.get(shop.id) ?? placeIn(database, shop)
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

/** Answers with undefined for those that have to be looked at again. */
function placeIn({ kysely }: Database, shop: ShopConfig): (attempt: Attempt) => Promise<Outcome | undefined> {
  const read = createBatch((keys: CheckoutKey[]) => readCheckouts(kysely, shop.id, keys))
  const write = createBatch((candidates: Candidate[]) => writeTogether(kysely, shop, candidates))
  return async (attempt) => {
    const { buyerId, request } = attempt
    const found = await read({ buyerId, checkoutId: request.checkoutId })
    if (!found) throw new Error('An answer is missing')
    const prepared = prepareCheckout(shop, attempt, found)
    if ('end' in prepared) return prepared.end
    const written = await write({ found, checkout: prepared.write })
    return written ? ok({ orders: prepared.write.orders }) : undefined
  }
}

/**
 * Which of them were written. Several that the data base refuses are asked one by one by the batch; one that it refuses
 * alone was not.
 */
async function writeTogether(
  connection: Connection,
  shop: ShopConfig,
  candidates: readonly Candidate[],
): Promise<boolean[]> {
  const limitOf = (code: string) => promotionOf(shop, code)?.limit ?? Number.POSITIVE_INFINITY
  const fits = fittingTogether(candidates, limitOf)
  const chosen = candidates.filter((_, index) => fits[index]).map(({ checkout }) => checkout)
  try {
    const carts = chosen.length > 0 ? await writeCheckouts(connection, shop, chosen) : new Set()
    return candidates.map(({ checkout }, index) => fits[index] === true && carts.has(checkout.cartId))
  } catch (error) {
    if (candidates.length === 1 && refusals.has(sqlState(error)) && !isNumberTaken(error)) return [false]
    throw error
  }
}

/** Somebody else has given out our numbers: trying again would not help. */
function isNumberTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'orders_shop_id_number_key'
}
