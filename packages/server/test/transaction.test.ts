import { fail, ok } from '@vitrina/core'
import { expect, test } from 'vitest'
import { openTestPglite } from '../../../scripts/data-folder.ts'
import { inTransaction, tryInTransaction } from '../src/database/transaction.ts'
import { type Database, migrate, openDatabase } from '../src/index.ts'
import { databaseOver } from './database/database-over.ts'
import { distributedDatabase } from './database/distributed-database.ts'
import { onEachDatabase, startPostgres } from './each-database.ts'

const conflict = (code: string) => Object.assign(new Error('conflict'), { code })

async function shopIds(database: Database, shopId: string) {
  return database.kysely.selectFrom('shops').select('shop_id').where('shop_id', '=', shopId).execute()
}

onEachDatabase((database) => {
  test.each(['40001', '40P01', '55P03'])(
    'does the work again after %s, and keeps the last try only',
    async (code) => {
      let tries = 0
      const answer = await inTransaction(database(), async (connection) => {
        tries += 1
        await connection.insertInto('shops').values({ shop_id: code, next_number: tries }).execute()
        if (tries < 3) throw conflict(code)
        return tries
      })
      expect(answer).toBe(3)
      expect(await shopIds(database(), code)).toHaveLength(1)
    },
  )

  test('gives up after six tries, and at once on any other fault', async () => {
    for (const [code, expected] of [
      ['40001', 6],
      ['23505', 1],
    ] as const) {
      let tries = 0
      const work = inTransaction(database(), async () => {
        tries += 1
        throw conflict(code)
      })
      await expect(work).rejects.toThrow('conflict')
      expect(tries).toBe(expected)
    }
  })

  test('a statement of its own is done again as well, and one inside of a transaction is not', async () => {
    const sent: string[] = []
    const { kysely } = databaseOver(database(), async ({ kind, sql }, run) => {
      if (kind === 'statement') sent.push(sql)
      if (sent.length < 3 && kind === 'statement') throw conflict('40001')
      return run()
    }).database
    await kysely.insertInto('shops').values({ shop_id: 'alone', next_number: 1 }).execute()
    expect(sent).toHaveLength(3)
    expect(await shopIds(database(), 'alone')).toHaveLength(1)
    sent.length = 0
    const transaction = await kysely.startTransaction().execute()
    await expect(transaction.selectFrom('shops').selectAll().execute()).rejects.toThrow('conflict')
    expect(sent).toHaveLength(1)
    await transaction.rollback().execute()
  })

  test('a failure rolls back what was written before it', async () => {
    const result = await tryInTransaction(database(), async (connection) => {
      await connection.insertInto('shops').values({ shop_id: 'undone', next_number: 1 }).execute()
      return fail({ code: 'no' })
    })
    expect(result).toEqual(fail({ code: 'no' }))
    expect(await shopIds(database(), 'undone')).toEqual([])
    expect(await tryInTransaction(database(), async () => ok('yes'))).toEqual(ok('yes'))
  })
})

test('several servers that start at once migrate once', async () => {
  const postgres = await startPostgres()
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: postgres.url })))
  const databases = opened.flatMap((result) => (result.ok ? result.value : []))
  const ran = await Promise.all(databases.map(migrate))
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1)
  expect(ran.flat()).toContain('2026-11-23-first')
  for (const database of databases) await database.close()
  await postgres.stop()
}, 60_000)

test('the distributed one refuses one commit of ten before it is carried out, and has no SKIP LOCKED', async () => {
  const plain = await openTestPglite()
  const passed: string[] = []
  const { database: watched } = databaseOver(plain, async ({ kind, sql }, run) => {
    passed.push(kind === 'statement' ? sql.slice(0, 6) : kind)
    return run()
  })
  const distributed = distributedDatabase(watched, 7)
  for (let index = 0; index < 45; index += 1) {
    await inTransaction(distributed, async (connection) => {
      await connection
        .insertInto('shops')
        .values({ shop_id: `s${index}`, next_number: 1 })
        .execute()
    })
  }
  const count = (what: string) => passed.filter((call) => call === what).length
  expect([count('commit'), count('rollback')]).toEqual([45, 5])
  expect(count('insert')).toBe(50)
  const skipping = distributed.kysely.selectFrom('shops').selectAll().forUpdate().skipLocked()
  await expect(skipping.execute()).rejects.toThrow('SKIP LOCKED')
  await distributed.close()
  await plain.close()
}, 120_000)
