import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@vitrina/api'
import { problemSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, LogEntry } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { openShop, product, publicUrl, send } from './open-shop.ts'

let database: Database
beforeAll(async () => {
  database = await openOne()
}, 60_000)
afterAll(() => database?.close())

const origin = 'https://feed.example'

test('mounts every route of the table', async () => {
  const shop = await openShop(database, { products: [product('mug')] })
  const buyer = await shop.buyer()
  for (const { method, path } of Object.values(routes)) {
    const known = path.replace(':product', 'mug')
    const answer = await buyer.request(method, known, method === 'POST' ? {} : undefined)
    const missing = answer.status === 404 && !path.includes(':order')
    expect([path, missing]).toEqual([path, false])
  }
})

test('answers problem details to an address that is not there', async () => {
  const { server } = await openShop(database)
  const response = await server.fetch(new Request(`${publicUrl}/nowhere`))
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(v.parse(problemSchema, await response.json())).toMatchObject({ code: 'not-found' })
})

test.each([
  ['another type', 'text/plain', '{}', 415],
  ['no JSON', 'application/json', '{"since":', 400],
  ['bytes that are no text', 'application/json', new Uint8Array([0xff, 0xfe]), 400],
  ['too much', 'application/json', `"${'x'.repeat(65 * 1024)}"`, 413],
])('refuses a body of %s', async (_, type, body, status) => {
  const shop = await openShop(database)
  const { token } = await shop.buyer()
  const headers = { 'content-type': type, authorization: `Bearer ${token}` }
  const url = `${publicUrl}/v1/shops/${shop.shop.id}/cart`
  const response = await shop.server.fetch(new Request(url, { method: 'POST', headers, body }))
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ code: 'invalid' })
})

test('stops reading a stream that does not end', async () => {
  const shop = await openShop(database)
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      sent += 1024
      controller.enqueue(new Uint8Array(1024))
    },
  })
  const url = `${publicUrl}/v1/shops/${shop.shop.id}/session`
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
  expect((await shop.server.fetch(new Request(url, init))).status).toBe(413)
  expect(sent).toBeLessThan(100 * 1024)
})

test('refuses unknown fields, and does not stumble over __proto__', async () => {
  const shop = await openShop(database)
  const buyer = await shop.buyer()
  const sync = '{"cartId":null,"since":0,"operations":[],"__proto__":{"admin":true}}'
  expect((await buyer.request('POST', '/cart', sync)).status).toBe(400)
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test('tells nothing of a fault inside', async () => {
  const broken = { ...database, kysely: database.kysely.withSchema('nowhere') }
  const shop = await openShop(broken)
  const { status, body, headers } = await send(shop.server, shop.shop.id, 'GET', '/products')
  expect([status, headers.get('x-content-type-options')]).toEqual([500, 'nosniff'])
  expect(body).toEqual({
    type: 'urn:vitrina:problem:unknown',
    code: 'unknown',
    title: 'The server failed',
    reason: 'The server failed',
    status: 500,
  })
  expect(shop.faults.length).toBeGreaterThan(0)
})

test('lets exactly the listed origins in', async () => {
  const { server, shop } = await openShop(database, { origins: [origin] })
  const ask = async (from: string) =>
    (await send(server, shop.id, 'GET', '/products', undefined, { origin: from })).headers
  expect((await ask(origin)).get('access-control-allow-origin')).toBe(origin)
  expect((await ask(origin)).get('access-control-expose-headers')).toContain('Idempotency-Replayed')
  for (const other of ['https://feed.example.evil', 'http://feed.example', 'https://evil.example', 'null']) {
    const headers = await ask(other)
    expect([other, headers.get('access-control-allow-origin')]).toEqual([other, null])
    expect(headers.get('vary')).toContain('Origin')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  }
})

test('answers a preflight', async () => {
  const { server, shop } = await openShop(database, { origins: [origin] })
  const preflight = (from: string) =>
    server.fetch(
      new Request(`${publicUrl}/v1/shops/${shop.id}/orders`, {
        method: 'OPTIONS',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      }),
    )
  const allowed = await preflight(origin)
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-headers')).toContain('Idempotency-Key')
  expect((await preflight('https://evil.example')).headers.get('access-control-allow-headers')).toBeNull()
})

test('every answer carries the headers of a careful server', async () => {
  const pictures = await mkdtemp(join(tmpdir(), 'vitrina-pictures-'))
  await writeFile(join(pictures, 'mug.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const shop = await openShop(database, { pictures, origins: [origin] })
  const { token } = await shop.buyer()
  const asked: [path: string, init?: RequestInit][] = [
    [`/v1/shops/${shop.shop.id}/orders`],
    [`/v1/shops/${shop.shop.id}/orders/none`],
    [`/v1/shops/${shop.shop.id}/products`],
    ['/v1/shops/none/products'],
    [`/v1/shops/${shop.shop.id}/session`, { method: 'POST' }],
    [
      `/v1/shops/${shop.shop.id}/products`,
      { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } },
    ],
    ['/acquirer/notifications', { method: 'POST' }],
    ['/test-acquirer/style.css'],
    ['/test-acquirer/payments/none'],
    ['/pictures/mug.svg'],
    ['/health'],
    ['/nowhere'],
  ]
  for (const [path, { method = 'GET', headers = {} } = {}] of asked) {
    const all = { authorization: `Bearer ${token}`, origin, ...headers }
    const answer = await shop.server.fetch(new Request(`${publicUrl}${path}`, { method, headers: all }))
    const has = Object.fromEntries(answer.headers)
    expect([path, has['x-content-type-options'], has['referrer-policy']]).toEqual([
      path,
      'nosniff',
      'no-referrer',
    ])
    expect(has['content-security-policy']).toContain("default-src 'none'")
    expect([path, has['access-control-allow-origin']]).toEqual([path, origin])
    expect(has.vary).toMatch(/^(Accept-Language, )?Origin$/)
    if (path.includes('/orders')) expect(has['cache-control']).toBe('no-store')
  }
  await rm(pictures, { recursive: true })
})

test('writes down the pattern of the path and nobody data', async () => {
  const log: LogEntry[] = []
  const shop = await openShop(database, { log: (entry) => log.push(entry), products: [product('mug')] })
  const buyer = await shop.buyer('anna-canary')
  await buyer.put('mug-v', 1)
  await buyer.placed({ contact: { name: 'Canary', phone: '+79990001122' } })
  await buyer.request('GET', '/orders/canary-order')
  expect(log.at(-1)).toMatchObject({ method: 'GET', route: '/v1/shops/:shop/orders/:order', status: 404 })
  expect(Object.keys(log[0] ?? {}).sort()).toEqual(['method', 'ms', 'route', 'status'])
  expect(JSON.stringify(log).toLowerCase()).not.toMatch(/canary|999000/)
})

test('serves pictures from its folder and nothing else', async () => {
  const root = await mkdtemp(join(tmpdir(), 'vitrina-pictures-'))
  const pictures = join(root, 'pictures')
  await mkdir(join(pictures, 'mugs'), { recursive: true })
  await writeFile(join(pictures, 'mugs', 'синяя.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(pictures, 'notes.txt'), 'secret')
  await writeFile(join(root, 'outside.svg'), '<svg/>')
  await symlink(join(root, 'outside.svg'), join(pictures, 'link.svg'))
  const { server } = await openShop(database, { pictures })
  const get = (path: string, headers = {}) =>
    server.fetch(new Request(`${publicUrl}/pictures/${path}`, { headers }))
  const found = await get(`mugs/${encodeURI('синяя.svg')}`)
  expect(found.status).toBe(200)
  expect(found.headers.get('content-type')).toBe('image/svg+xml')
  expect(found.headers.get('content-security-policy')).toContain('sandbox')
  expect(await found.text()).toContain('<svg')
  const etag = found.headers.get('etag') ?? ''
  expect((await get(`mugs/${encodeURI('синяя.svg')}`, { 'if-none-match': etag })).status).toBe(304)
  for (const path of [
    'notes.txt',
    'link.svg',
    '..%2Foutside.svg',
    '%2e%2e/outside.svg',
    'mugs',
    'no.svg',
    '.svg',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404])
  }
  await rm(root, { recursive: true })
})
