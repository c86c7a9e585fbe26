import type { ServerResponse } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { httpMerchant } from '../src/index.ts'
import { answering, json, launching, type Seen } from './answering.ts'

const servers: { close(): void }[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const server of servers.splice(0)) server.close()
})

async function merchantOver(
  answer: (seen: Seen, response: ServerResponse, count: number) => void,
  options: { timeout?: number; budget?: number } = {},
) {
  const server = await answering(answer)
  servers.push(server)
  return {
    ...server,
    merchant: httpMerchant({ url: server.url, shop: 'lavka', host: launching(), ...options }),
  }
}

const token = { token: 't-1', expiresAt: '2026-11-23T12:00:00.000Z' }
const order = { checkoutId: 'c-1' } as never

test('asks for products by id in one request, without a session', async () => {
  const { merchant, seen } = await merchantOver((_, response) => json(response, { products: [] }))
  expect(await merchant.products({ ids: ['a', 'b'] })).toEqual({ ok: true, value: { products: [] } })
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /v1/shops/lavka/products?ids=a%2Cb',
  ])
  expect(seen[0]?.headers.authorization).toBeUndefined()
})

test('exchanges the launch once for calls made at the same time', async () => {
  const { merchant, seen } = await merchantOver((one, response) =>
    json(response, one.url.endsWith('/session') ? token : { orders: [] }),
  )
  await Promise.all([merchant.orders({}), merchant.orders({ checkoutId: 'c 1' })])
  expect(seen.filter(({ url }) => url.endsWith('/session')).map(({ body }) => body)).toEqual([
    '{"scheme":"vk","value":"signed"}',
  ])
  expect(seen.at(-1)).toMatchObject({
    url: '/v1/shops/lavka/orders?checkout=c%201',
    headers: { authorization: 'Bearer t-1' },
  })
})

test('exchanges the launch again when its token is refused, and only once', async () => {
  const { merchant, seen } = await merchantOver((one, response) => {
    if (one.url.endsWith('/session')) return json(response, token)
    json(response, { code: 'unauthorized', title: 'No', status: 401, detail: 'expired' }, 401)
  })
  expect(await merchant.orders({})).toEqual({ ok: false, error: { code: 'unauthorized', reason: 'expired' } })
  expect(seen.filter(({ url }) => url.endsWith('/session'))).toHaveLength(2)
})

test('sends an order again with the same key when its answer is lost', async () => {
  const { merchant, seen } = await merchantOver((one, response) => {
    if (one.url.endsWith('/session')) return json(response, token)
    if (seen.filter(({ url }) => url.endsWith('/orders')).length < 3) return void response.destroy()
    json(response, { orders: [{ id: 'o-1' }] }, 201)
  })
  expect(await merchant.placeOrder(order)).toEqual({ ok: true, value: [{ id: 'o-1' }] })
  const orders = seen.filter(({ url }) => url.endsWith('/orders'))
  expect(orders.map(({ headers }) => headers['idempotency-key'])).toEqual(['c-1', 'c-1', 'c-1'])
  expect(new Set(orders.map(({ body }) => body)).size).toBe(1)
})

test('tries again when there is no answer in time', async () => {
  const { merchant, seen } = await merchantOver(
    (_, response, count) => count > 1 && json(response, { categories: [] }),
    { timeout: 200 },
  )
  expect(await merchant.categories()).toEqual({ ok: true, value: [] })
  expect(seen).toHaveLength(2)
})

test('gives up inside its budget, also when the server asks to wait an hour', async () => {
  const started = Date.now()
  const { merchant } = await merchantOver(
    (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end(),
    { budget: 700 },
  )
  expect(await merchant.categories()).toEqual({ ok: false, error: { code: 'timeout' } })
  expect(Date.now() - started).toBeLessThan(2000)
})

test('does not repeat a refusal, and gives its fields', async () => {
  const lines = [{ variantId: 'v', title: 'Mug', requested: 3, left: 1 }]
  const { merchant, seen } = await merchantOver((one, response) => {
    if (one.url.endsWith('/session')) return json(response, token)
    json(response, { type: 'urn:x', title: 'Sold out', status: 409, code: 'sold-out', lines }, 409)
  })
  expect(await merchant.placeOrder(order)).toEqual({ ok: false, error: { code: 'sold-out', lines } })
  expect(seen).toHaveLength(2)
})

test.each([
  [404, '<html>', { code: 'not-found' }],
  [500, 'boom', { code: 'unknown', reason: 'HTTP 500' }],
  [400, '', { code: 'invalid', issues: [] }],
  [200, '{"products": [', { code: 'timeout' }],
])('makes a failure of a %s with a body that is not JSON', async (status, body, error) => {
  const { merchant } = await merchantOver((_, response) => response.writeHead(status).end(body))
  expect(await merchant.product('mug')).toEqual({ ok: false, error })
})

test('is offline when nobody listens', async () => {
  const { url, close } = await answering(() => {})
  close()
  const merchant = httpMerchant({ url, shop: 'lavka', host: launching() })
  expect(await merchant.categories()).toEqual({ ok: false, error: { code: 'offline' } })
})

test('does not call the server for a buyer whom no host vouches for', async () => {
  const { url, seen, close } = await answering((_, response) => json(response, {}))
  servers.push({ close })
  const host = { launch: async () => ({ ok: false, error: { code: 'outside' } }) as const }
  const answer = await httpMerchant({ url, shop: 'lavka', host }).orders({})
  expect(answer).toMatchObject({ ok: false, error: { code: 'unauthorized', reason: 'no launch: outside' } })
  expect(seen).toEqual([])
})

test('renews a token of ten minutes once for calls made at the same time', async () => {
  const { merchant, seen } = await merchantOver((one, response) =>
    json(response, one.url.endsWith('/session') ? token : { orders: [] }),
  )
  await merchant.orders({})
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  await Promise.all([merchant.orders({}), merchant.orders({})])
  expect(
    seen.filter(({ url }) => url.endsWith('/session')).map(({ body }) => JSON.parse(body).scheme),
  ).toEqual(['vk', 'session'])
})

test('goes on with its token when it cannot be renewed now', async () => {
  let down = false
  const { merchant, seen } = await merchantOver((one, response) => {
    if (!one.url.endsWith('/session')) return json(response, { orders: [] })
    json(response, down ? {} : token, down ? 500 : 200)
  })
  await merchant.orders({})
  down = true
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 })
  expect(await merchant.orders({})).toEqual({ ok: true, value: [] })
  expect(seen.some(({ body }, index) => index > 0 && body.includes('"vk"'))).toBe(false)
})
