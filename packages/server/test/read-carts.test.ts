import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { readCarts } from '../src/cart/read-carts.ts'
import { type Connection, inTransaction } from '../src/database/transaction.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product } from './open-shop.ts'

/** How often the tables of articles were read from end to end. */
async function readWhole(connection: Connection): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    select sum(seq_scan)::int4 as times from pg_stat_xact_user_tables where relname in ('variants', 'products')
  `.execute(connection)
  return rows[0]?.times ?? 0
}

onEachDatabase((database) => {
  test('looks up the articles that it is about, and does not read a thousand for each cart', async () => {
    const products = Array.from({ length: 1000 }, (_, index) => product(`p${index}`))
    const { shop } = await openShop(database(), { products })
    const wanted = products.slice(0, 40).map(({ id }) => `${id}-v`)
    const asked = wanted.map((variantId) => ({
      buyerId: randomUUID(),
      sync: {
        cartId: null,
        since: 0,
        operations: [{ id: randomUUID(), revision: 0, kind: 'add' as const, variantId, quantity: 1 }],
      },
    }))
    const { carts, times } = await inTransaction(database(), async (connection) => {
      const before = await readWhole(connection)
      const carts = await readCarts(connection, shop.id, asked)
      return { carts, times: (await readWhole(connection)) - before }
    })
    expect(carts.map(({ articles }) => articles.map(({ id }) => id))).toEqual(wanted.map((id) => [id]))
    expect(times).toBe(0)
  })
})
