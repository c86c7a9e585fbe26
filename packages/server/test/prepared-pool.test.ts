import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMigrated } from '../../../scripts/data-folder.ts'
import type { Database } from '../src/index.ts'
import { startPostgres } from './each-database.ts'

let database: Database
let stop: () => Promise<void>
beforeAll(async () => {
  const postgres = await startPostgres()
  stop = postgres.stop
  database = await openMigrated({ url: postgres.url })
}, 60_000)
afterAll(async () => {
  await database?.close()
  await stop?.()
})

async function prepared(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    database.kysely,
  )
  return rows.map(({ statement }) => statement)
}

test('a statement that comes again is prepared once', async () => {
  for (let index = 0; index < 3; index += 1)
    await sql`select ${index}::int4 as again`.execute(database.kysely)
  const again = (await prepared()).filter((statement) => statement.endsWith('as again'))
  expect(again).toEqual(['select $1::int4 as again'])
})

test('a column that a newer server adds does not break the statements of an older one', async () => {
  const everything = () =>
    database.kysely.selectFrom('shops').selectAll().where('shop_id', '=', 'a').execute()
  await everything()
  await sql`alter table shops add column news text`.execute(database.kysely)
  expect(await everything()).toEqual([])
})

test('lists of any length do not fill the memory of a connection', async () => {
  for (let length = 1; length <= 300; length += 1) {
    const list = sql.join(Array.from({ length }, (_, index) => index))
    await sql`select 1 where 5 in (${list})`.execute(database.kysely)
  }
  expect((await prepared()).length).toBeLessThanOrEqual(200)
})

test('a connection that dies under a transaction ends the transaction, not the process', async () => {
  const transaction = await database.kysely.startTransaction().execute()
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.kysely)
  await expect(sql`select 1`.execute(transaction)).rejects.toThrow()
  await expect(transaction.commit().execute()).rejects.toThrow()
  await transaction
    .rollback()
    .execute()
    .catch(() => {})
  await sql`select 1`.execute(database.kysely)
})
