import { expect, test } from 'vitest'
import { startPostgres } from '../../../scripts/postgres.ts'
import { isAway } from '../src/database/is-away.ts'
import { migrate, openDatabase } from '../src/index.ts'
import { openShop, product } from './open-shop.ts'

test('while PostgreSQL is away everybody is asked to come back, and soon', async () => {
  const postgres = await startPostgres()
  const opened = await openDatabase({ url: await postgres.createDatabase('away') })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  const errors: unknown[] = []
  const shop = await openShop(opened.value, {
    products: [product('mug', 5)],
    onError: (error) => errors.push(error),
  })
  const buyer = await shop.buyer()
  await buyer.put('mug-v', 1)
  const order = {
    checkoutId: 'checkout',
    quoteHash: (await buyer.quote()).hash,
    contact: { name: 'Анна', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: 'courier', address: 'Садовая, 1' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  }
  await postgres.stop()
  for (const ask of [
    () => buyer.request('GET', '/products/mug'),
    () => buyer.request('POST', '/quote', { deliveryOptionId: null }),
    () => buyer.request('POST', '/orders', order, { 'idempotency-key': order.checkoutId }),
  ]) {
    const began = performance.now()
    const { status, headers, body } = await ask()
    expect(status, String(errors.at(-1))).toBe(503)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(body).toMatchObject({ code: 'unavailable' })
    expect(performance.now() - began).toBeLessThan(6000)
  }
  expect(errors).toHaveLength(3)
  await opened.value.close()
})

test.each([
  [{ code: '08006' }, true],
  [{ code: '57P01' }, true],
  [{ code: '53300' }, true],
  [{ code: 'ECONNREFUSED' }, true],
  [{ code: '23505' }, false],
  [{ code: '40001' }, false],
  [{ code: 'ENOENT' }, false],
])('knows %j', (more, away) => {
  expect(isAway(Object.assign(new Error('it failed'), more))).toBe(away)
})

test('knows what has no code, and what is no error', () => {
  expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true)
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isAway(new Error('Client has encountered a connection error and is not queryable'))).toBe(true)
  expect(isAway(new Error('it failed'))).toBe(false)
  expect(isAway('Connection terminated')).toBe(false)
})
