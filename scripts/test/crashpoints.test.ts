import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/server/src/index.ts'
import { databaseOver } from '../../packages/server/test/database/database-over.ts'
import { openTestPglite } from '../data-folder.ts'
import { crashPoints, nameOf } from '../faults/crashpoints/crash-points.ts'
import { dieAt, pointsOf } from '../faults/crashpoints/die-at.ts'
import { journeys } from '../faults/crashpoints/journeys.ts'
import { withoutTransactions } from '../faults/crashpoints/without-transactions.ts'

let database: Database
beforeAll(async () => {
  database = await openTestPglite()
}, 120_000)
afterAll(() => database?.close())

const { placing, cancelling } = journeys
const silent = () => new Promise((resolve) => setTimeout(resolve, 20, 'silent'))

test('a call has two points, and a dead server hears of nothing', async () => {
  const done: string[] = []
  const points = crashPoints(4)
  const call = (name: string) => points.call(name, async () => done.push(name))
  await call('not counted')
  points.count()
  expect(await call('one')).toBe(2)
  expect(await Promise.race([call('two'), silent()])).toBe('silent')
  expect(await Promise.race([call('three'), silent()])).toBe('silent')
  expect(points.passed).toEqual(['before one', 'after one', 'before two', 'after two'])
  expect(done).toEqual(['not counted', 'one', 'two'])
  expect(nameOf('select "id" from "carts" where "id" = $1 for update')).toBe('select carts for update')
})

test('what a dead server had not committed is gone, and its locks with it', async () => {
  const over = databaseOver(database, (_call, run) => run())
  const transaction = await over.database.kysely.startTransaction().execute()
  await transaction.insertInto('shops').values({ shop_id: 'half', next_number: 1 }).execute()
  await over.drop()
  expect(await Promise.race([transaction.commit().execute(), silent()])).toBe('silent')
  const shops = database.kysely.selectFrom('shops').select('shop_id').where('shop_id', '=', 'half')
  expect(await shops.execute()).toEqual([])
  const later = over.database.kysely.selectFrom('shops').selectAll().execute()
  expect(await Promise.race([later, silent()])).toBe('silent')
})

test('a journey passes its points in the same order each time, begin and commit among them', async () => {
  const points = await pointsOf(database, cancelling)
  expect(points.length).toBeGreaterThan(50)
  expect(points).toEqual(await pointsOf(database, cancelling))
  expect(points).toEqual(expect.arrayContaining(['before begin', 'before commit', 'after commit']))
})

test.each([
  ['after update orders', 'without the move that gives the stock back'],
  ['after insert order_moves', 'left and ordered make 8 pieces, there were 10'],
  ['before update payments', 'payments that the acquirer keeps for orders that stand'],
])('without a transaction, a death %s is seen', async (name, what) => {
  const point = (await pointsOf(database, cancelling)).indexOf(name) + 1
  expect(await dieAt(database, cancelling, point, 'no retry')).toEqual([])
  const problems = await dieAt(withoutTransactions(database), cancelling, point, 'no retry')
  expect(problems?.join()).toContain(what)
})

test('a point that is not reached is no death', async () => {
  expect(await dieAt(database, placing, 1000, 'same key')).toBeNull()
})
