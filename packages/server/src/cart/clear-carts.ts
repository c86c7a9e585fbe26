import type { Clock } from '@vitrina/core'
import { sql } from 'kysely'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Database } from '../database/open-database.ts'
import { inTransaction } from '../database/transaction.ts'
import { dayOf } from './day-of.ts'
import { deleteCarts } from './delete-carts.ts'

export interface ClearCartsDeps {
  database: Database
  clock: Clock
}

const day = 24 * 3_600_000
const defaultDays = 90
/** An operation is known for so long: a phone that was away with an answer lost may send it again. */
const operationDays = 30
const turns = 10
const carts = 100
const operations = 2_000

/**
 * Forgets carts that nobody asked for in a long time, and which operations are in, once nobody sends them again.
 * Bounded, so that a turn is short; several servers at it do no harm.
 */
export async function clearCarts(deps: ClearCartsDeps, shop: ShopConfig): Promise<void> {
  const now = deps.clock.now()
  const before = dayOf(now - (shop.cartDays ?? defaultDays) * day)
  for (let turn = 0; turn < turns; turn++) {
    if ((await clearUntouched(deps.database, shop.id, before)) < carts) break
  }
  for (let turn = 0; turn < turns; turn++) {
    const cleared = await clearOperations(deps.database, shop.id, dayOf(now - operationDays * day))
    if (cleared < operations) break
  }
}

/** Whoever touches one meanwhile, finds the row held and then gone, and begins a new one. */
async function clearUntouched(database: Database, shopId: string, before: Date): Promise<number> {
  return inTransaction(database, async (connection) => {
    const found = await connection
      .selectFrom('carts')
      .select('id')
      .where('shop_id', '=', shopId)
      .where('touched_at', '<', before)
      .orderBy('touched_at')
      .orderBy('id')
      .limit(carts)
      .forUpdate()
      .execute()
    await deleteCarts(
      connection,
      shopId,
      found.map(({ id }) => id),
    )
    return found.length
  })
}

async function clearOperations({ kysely }: Database, shopId: string, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from cart_operations where shop_id = ${shopId} and (cart_id, id) in (
      select cart_id, id from cart_operations
      where shop_id = ${shopId} and applied_at < ${before} order by applied_at limit ${operations})
  `.execute(kysely)
  return Number(numAffectedRows ?? 0)
}
