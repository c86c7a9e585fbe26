import { routes } from '@vitrina/api'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { add, type Buyer, openShop, orderRequest, product, send, type TestShop } from './open-shop.ts'

type Name = keyof typeof routes

let database: Database
let shop: TestShop
let other: TestShop
let anna: Buyer
let order: { id: string; number: string }
beforeAll(async () => {
  database = await openOne()
}, 60_000)
afterAll(() => database?.close())
beforeEach(async () => {
  const products = [product('mug', 5)]
  shop = await openShop(database, { products })
  other = await openShop(database, { products })
  anna = await shop.buyer('anna-canary')
  await anna.put('mug-v', 1)
  order = await anna.placed({ paymentMethod: 'card', contact: { name: 'Canary', phone: '+79161234567' } })
  await anna.put('mug-v', 2)
})

const guarded = (Object.keys(routes) as Name[]).filter((name) => routes[name].auth === 'buyer')

/** A call that would do something, were it allowed. */
const bodies: Partial<Record<Name, () => object>> = {
  syncCart: () => ({ cartId: null, since: 0, operations: [add('mug-v', 1)] }),
  quote: () => ({ deliveryOptionId: 'courier' }),
  placeOrder: () => orderRequest('hash'),
}

function call(name: Name, on: TestShop, headers: Record<string, string>) {
  const { method, path } = routes[name]
  const body = method === 'POST' ? (bodies[name]?.() ?? {}) : undefined
  const key = { 'idempotency-key': 'checkoutId' in (body ?? {}) ? String(Object(body).checkoutId) : 'none' }
  return send(on.server, on.shop.id, method, path.replace(':order', order.id), body, { ...key, ...headers })
}

async function nothingMoved(): Promise<void> {
  expect((await anna.cart()).lines).toMatchObject([{ variantId: 'mug-v', quantity: 2 }])
  const { body } = await anna.request('GET', '/orders')
  expect(body.orders).toMatchObject([{ id: order.id, state: 'awaiting-payment', payment: null }])
}

test.each(guarded)('%s is refused without a good token, and nothing moves', async (name) => {
  const [head, payload] = anna.token.split('.')
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
  const bad: Record<string, string | undefined> = {
    missing: undefined,
    garbage: 'Bearer garbage',
    empty: 'Bearer ',
    basic: `Basic ${anna.token}`,
    unsigned: `Bearer ${none}`,
    altered: `Bearer ${head}.${payload?.slice(0, -2)}AA.${anna.token.split('.')[2]}`,
    'of another shop': `Bearer ${(await other.buyer(anna.id)).token}`,
  }
  for (const [what, authorization] of Object.entries(bad)) {
    const answer = await call(name, shop, authorization === undefined ? {} : { authorization })
    expect([what, answer.status, answer.body.code]).toEqual([what, 401, 'unauthorized'])
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(JSON.stringify(answer.body)).not.toMatch(/canary/i)
  }
  await nothingMoved()
})

test.each(guarded)('%s is refused with a token that has expired', async (name) => {
  shop.clock.advance(31 * 60_000)
  const { status, body } = await call(name, shop, { authorization: `Bearer ${anna.token}` })
  expect([status, body.reason]).toEqual([401, 'token-expired'])
})

test.each(guarded)('%s shows and changes nothing of another buyer', async (name) => {
  const boris = await shop.buyer('boris')
  const answer = await call(name, shop, { authorization: `Bearer ${boris.token}` })
  if (routes[name].path.includes(':order'))
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
  expect(JSON.stringify(answer.body)).not.toMatch(/canary|order-number/i)
  expect(JSON.stringify(answer.body)).not.toContain(order.id)
  await nothingMoved()
})

test.each(guarded)('%s of another shop knows nothing of the order there', async (name) => {
  const stranger = await other.buyer(anna.id)
  const answer = await call(name, other, { authorization: `Bearer ${stranger.token}` })
  if (routes[name].path.includes(':order')) expect(answer.status).toBe(404)
  expect(JSON.stringify(answer.body)).not.toMatch(/canary/i)
  await nothingMoved()
})

test.each(Object.keys(routes) as Name[])('%s answers with the headers of a careful server', async (name) => {
  const { method, path } = routes[name]
  for (const authorization of [`Bearer ${anna.token}`, 'Bearer garbage']) {
    const { headers, status } = await call(name, shop, { authorization })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('vary')).toContain('Origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('content-type')).toMatch(
      status < 400 ? /^application\/json/ : /^application\/problem\+json/,
    )
    const shared = routes[name].auth === 'none' && method === 'GET' && status < 400
    expect([path, headers.get('cache-control')]).toEqual([path, shared ? 'public, max-age=10' : 'no-store'])
  }
})

test.each(guarded)('%s with a link to an order shows and changes nothing but that order', async (name) => {
  const { text } = (await anna.request('POST', `/orders/${order.id}/link`, {})).body
  const friend = await shop.buyer('friend', { orderLink: text })
  const answer = await call(name, shop, { authorization: `Bearer ${friend.token}` })
  if ('link' in routes[name]) return expect([name, answer.status]).toEqual([name, 200])
  if (routes[name].path.includes(':order')) expect(answer.status).toBe(404)
  expect(JSON.stringify(answer.body)).not.toMatch(/canary/i)
  expect(JSON.stringify(answer.body)).not.toContain(order.id)
  await nothingMoved()
})

test('A1 CVE-2025-12919, spree GHSA-g268-72p7-9j6j, bagisto GHSA-x5rw-qvvp-5cgm, dotnet/eShop#996, saleor#18878: the id of an order opens it to nobody else', async () => {
  const stranger = await shop.buyer()
  const { checkoutId } = (await anna.request('GET', `/orders/${order.id}`)).body
  for (const path of ['', '/cancel', '/payments']) {
    const method = path ? 'POST' : 'GET'
    const answer = await stranger.request(method, `/orders/${order.id}${path}`, path ? {} : undefined)
    expect([path, answer.status]).toEqual([path, 404])
  }
  expect((await stranger.request('GET', `/orders?checkout=${checkoutId}`)).body.orders).toEqual([])
  await nothingMoved()
})

test('A2 vendure GHSA-fp4j-ff6j-9793, GHSA-rgjm-ff27-p2hf: one shop cannot touch what is in another', async () => {
  const same = await other.buyer(anna.id)
  expect((await same.request('POST', `/orders/${order.id}/cancel`, {})).status).toBe(404)
  await same.put('mug-v', 2)
  const { checkoutId } = (await anna.request('GET', `/orders/${order.id}`)).body
  const placed = await same.order({ checkoutId })
  expect(placed.status).toBe(200)
  expect(placed.body.orders[0].id).not.toBe(order.id)
  await nothingMoved()
})

test('A3 saleor#3768: the catalogue tells neither the count nor the cost', async () => {
  await shop.save(product('mug', 4321))
  for (const path of ['/products', '/products/mug']) {
    const { body } = await anna.request('GET', path)
    expect(JSON.stringify(body)).toContain('mug-v')
    expect(JSON.stringify(body)).not.toMatch(/4321|"stock"|cost|import/i)
  }
})
