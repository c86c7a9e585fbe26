import { problemSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientAddress } from '../src/guard/client-address.ts'
import { type Database, defaultRateLimits, type GuardOptions } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { add, openShop, product, promo, publicUrl, type TestShop } from './open-shop.ts'

let database: Database
beforeAll(async () => {
  database = await openOne()
}, 60_000)
afterAll(() => database?.close())

const limits = (changed: object) => ({ limits: { ...defaultRateLimits, ...changed } })
const open = (guard: GuardOptions) => openShop(database, { products: [product('mug')], guard })

const ask = ({ server, shop }: TestShop, address: string, headers: Record<string, string> = {}) =>
  server.fetch(new Request(`${publicUrl}/v1/shops/${shop.id}/categories`, { headers }), { address })

test('answers an address that asks too often with 429 and when to come back', async () => {
  const shop = await open(limits({ address: 3 }))
  const statuses: number[] = []
  for (let times = 0; times < 4; times++) statuses.push((await ask(shop, '192.0.2.1')).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await ask(shop, '192.0.2.1')
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(v.parse(problemSchema, await refused.json())).toMatchObject({ code: 'rate-limited', status: 429 })
  const retryAfter = Number(refused.headers.get('retry-after'))
  expect(retryAfter).toBeGreaterThan(0)
  expect(retryAfter).toBeLessThanOrEqual(60)
  expect((await ask(shop, '192.0.2.2')).status).toBe(200)
})

test('counts buyers one by one, and what a person does now and then apart', async () => {
  const shop = await open(limits({ buyer: 6, order: 2 }))
  const [anna, boris] = [await shop.buyer(), await shop.buyer()]
  const cancel = () => anna.request('POST', '/orders/none/cancel', {})
  expect([(await cancel()).status, (await cancel()).status, (await cancel()).status]).toEqual([404, 404, 429])
  expect((await anna.request('GET', '/orders')).status).toBe(200)
  expect((await anna.request('POST', '/orders/none/payments', {})).status).toBe(404)
  expect((await anna.request('GET', '/orders')).status).toBe(200)
  expect((await anna.request('GET', '/orders')).status).toBe(429)
  expect((await boris.request('GET', '/orders')).status).toBe(200)
})

test('lets nobody guess promo codes, and says so before anything is looked up', async () => {
  const guard = limits({ promo: 3 })
  const config = { promotions: [{ code: 'FOUND', kind: 'free-delivery' } as const] }
  const shop = await openShop(database, { products: [product('mug')], guard }, config)
  const [anna, boris] = [await shop.buyer(), await shop.buyer()]
  const give = (...codes: string[]) => {
    const operations = [add('mug-v', 1), ...codes.map((code) => promo('apply-promo', code))]
    return anna.request('POST', '/cart', { cartId: null, since: 0, operations })
  }
  expect((await give('A', 'B')).body.adjustments).toMatchObject([
    { reason: 'unknown' },
    { reason: 'unknown' },
  ])
  expect(await give('C', 'FOUND')).toMatchObject({ status: 429, body: { code: 'rate-limited' } })
  expect((await give()).body.lines).toMatchObject([{ quantity: 2 }])
  expect((await boris.give('FOUND')).promoCodes).toEqual(['FOUND'])
})

test('counts sessions of an address', async () => {
  const { server, shop } = await open(limits({ session: 1 }))
  const sign = () => {
    const body = JSON.stringify({ scheme: 'test', value: 'anna' })
    const headers = { 'content-type': 'application/json' }
    const request = new Request(`${publicUrl}/v1/shops/${shop.id}/session`, { method: 'POST', headers, body })
    return server.fetch(request, { address: '192.0.2.1' })
  }
  expect([(await sign()).status, (await sign()).status]).toEqual([200, 429])
})

test('believes X-Forwarded-For as far as it has proxies of its own', async () => {
  const shop = await open({ ...limits({ address: 1 }), trustedProxies: 1 })
  const from = (forwarded: string) => ask(shop, '10.0.0.1', { 'x-forwarded-for': forwarded })
  expect((await from('192.0.2.1')).status).toBe(200)
  // What the caller wrote itself stands before what the proxy added.
  expect((await from('198.51.100.9, 192.0.2.1')).status).toBe(429)
  expect((await from('192.0.2.2')).status).toBe(200)
  const open2 = await open(limits({ address: 1 }))
  expect((await ask(open2, '192.0.2.1', { 'x-forwarded-for': '203.0.113.1' })).status).toBe(200)
  expect((await ask(open2, '192.0.2.1', { 'x-forwarded-for': '203.0.113.2' })).status).toBe(429)
})

test.each([
  ['1.2.3.4, 5.6.7.8', '10.0.0.1', 0, '10.0.0.1'],
  ['1.2.3.4, 5.6.7.8', '10.0.0.1', 1, '5.6.7.8'],
  ['1.2.3.4, 5.6.7.8', '10.0.0.1', 2, '1.2.3.4'],
  ['5.6.7.8', '10.0.0.1', 2, undefined],
  [undefined, '::ffff:10.0.0.1', 0, '10.0.0.1'],
  [undefined, '2001:db8:0:1::5', 0, '2001:db8:0:1::/64'],
  [undefined, '2001:db8::1:0:0:5', 0, '2001:db8:0:0::/64'],
  [undefined, 'fe80::1%eth0', 0, 'fe80:0:0:0::/64'],
  [undefined, undefined, 0, undefined],
])('of %s from %s behind %i proxies it counts %s', (forwarded, peer, proxies, address) => {
  expect(clientAddress(forwarded, peer, proxies)).toBe(address)
})

test('answers at once with 503 when as many are in as may be, and lets in again', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const shop = await openShop(database, {
    guard: { mostAtOnce: 2 },
    authenticate: { test: async (value) => held.then(() => ({ ok: true, value: { buyerId: value } })) },
  })
  const sign = () =>
    shop.server.fetch(
      new Request(`${publicUrl}/v1/shops/${shop.shop.id}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scheme: 'test', value: 'anna' }),
      }),
    )
  const waiting = [sign(), sign()]
  const before = performance.now()
  const refused = await ask(shop, '192.0.2.1')
  expect(performance.now() - before).toBeLessThan(500)
  expect([refused.status, (await refused.json()).code]).toEqual([503, 'unavailable'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await shop.server.fetch(new Request(`${publicUrl}/health`))).status).toBe(200)
  release()
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200])
  expect((await ask(shop, '192.0.2.1')).status).toBe(200)
})

test('lets no more in when they come at the same moment', async () => {
  const shop = await open({ ...limits({}), mostAtOnce: 2 })
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(shop, '192.0.2.1')))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 503, 503])
})

test('answers in time that there is no answer', async () => {
  const shop = await openShop(database, {
    guard: { timeLimit: 50, mostAtOnce: 1 },
    authenticate: { test: () => new Promise(() => {}) },
  })
  const body = JSON.stringify({ scheme: 'test', value: 'anna' })
  const headers = { 'content-type': 'application/json' }
  const url = `${publicUrl}/v1/shops/${shop.shop.id}/session`
  const late = await shop.server.fetch(new Request(url, { method: 'POST', headers, body }))
  expect([late.status, (await late.json()).code]).toEqual([504, 'timeout'])
  expect(late.headers.get('x-content-type-options')).toBe('nosniff')
  // Its work is not over: it still counts.
  expect((await ask(shop, '192.0.2.1')).status).toBe(503)
})
