import { routes } from '@vitrina/api'
import { openApi } from '@vitrina/api/openapi'
import { problemSchema } from '@vitrina/api/schemas'
import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { type JsonSchema, spoiled } from './from-json-schema.ts'
import { type Buyer, openShop, product, publicUrl, type TestShop } from './open-shop.ts'

const runs = 300

let database: Database
let shop: TestShop
let buyer: Buyer
beforeAll(async () => {
  database = await openOne()
  shop = await openShop(database, { products: [product('mug')] })
  buyer = await shop.buyer()
}, 60_000)
afterAll(() => database?.close())

beforeEach(async () => {
  shop.faults.splice(0)
  // One of the routes ends the session.
  buyer = await shop.buyer()
})

const document = JSON.parse(JSON.stringify(openApi()))
const operations = Object.entries(routes).map(([name, { method, path }]) => {
  const place = `/v1/shops/{shop}${path.replace(/:(\w+)/g, '{$1}')}`
  return { name, method, path, described: document.paths[place][method.toLowerCase()] }
})

/** Anything but an answer that it was understood is a problem that says what is wrong with the request. */
async function expectCareful(request: Request): Promise<void> {
  const before = performance.now()
  const response = await shop.server.fetch(request)
  const text = await response.text()
  expect(response.status).toBeLessThan(500)
  expect(performance.now() - before).toBeLessThan(5_000)
  if (response.status < 400) return
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(v.is(problemSchema, JSON.parse(text))).toBe(true)
}

function request(method: string, path: string, body?: BodyInit): Request {
  const address = `${publicUrl}/v1/shops/${shop.shop.id}${path}`
  const headers = {
    authorization: `Bearer ${buyer.token}`,
    'content-type': 'application/json',
    'idempotency-key': 'key-1',
  }
  return new Request(address, { method, headers, ...(body !== undefined && { body }) })
}

const bodies = operations.flatMap(({ name, method, path, described }) => {
  const schema: JsonSchema | undefined = described.requestBody?.content['application/json'].schema
  return schema ? [{ name, method, path, schema }] : []
})

test('spoils every route that takes a body', () => {
  expect(bodies.map(({ name }) => name).sort()).toEqual([
    'addressSuggestions',
    'placeOrder',
    'quote',
    'session',
    'syncCart',
  ])
})

test.each(bodies)('$name is careful with bodies that do not fit', async ({ method, path, schema }) => {
  await fc.assert(
    fc.asyncProperty(spoiled(schema), (body) => expectCareful(request(method, path, JSON.stringify(body)))),
    { numRuns: runs },
  )
  expect(shop.faults).toEqual([])
  expect(({} as { admin?: unknown }).admin).toBeUndefined()
})

test.each(bodies)('$name is careful with bytes', async ({ method, path }) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) =>
      expectCareful(request(method, path, Buffer.from(bytes))),
    ),
    { numRuns: runs },
  )
  const deep = '['.repeat(30_000)
  for (const body of [
    deep,
    deep + ']'.repeat(30_000),
    '{"a":'.repeat(10_000),
    '"\\ud800"',
    '\u0000',
    '{}{}',
  ]) {
    await expectCareful(request(method, path, body))
  }
  expect(shop.faults).toEqual([])
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\u0000', '\ud800', '%', '../..', 'a,b,,', '-1', '1e3', "' or 1=1 --", '🍵', '\\', '%_%'),
)

test.each(operations)(
  '$method $path is careful with addresses and queries',
  async ({ method, path, described }) => {
    const names: string[] = described.parameters
      .filter((parameter: { in: string }) => parameter.in === 'query')
      .map(({ name }: { name: string }) => name)
    const asked = fc.tuple(
      text,
      fc.array(fc.tuple(fc.constantFrom(...names, 'other'), text), { maxLength: 3 }),
    )
    await fc.assert(
      fc.asyncProperty(asked, async ([part, pairs]) => {
        const encoded = encodeURIComponent(part.toWellFormed()).replace(/^\.+$/, 'dot')
        const query = new URLSearchParams(pairs)
        const address = `${path.replace(/:\w+/, encoded || 'x')}?${query}`
        await expectCareful(request(method, address, method === 'POST' ? '{}' : undefined))
      }),
      { numRuns: runs },
    )
    for (const broken of ['%', '%E0%A4%A', '%00', '%2e%2e%2f', 'a%2Fb', 'x'.repeat(5000)]) {
      await expectCareful(request(method, path.replace(/:\w+/, broken), method === 'POST' ? '{}' : undefined))
    }
    expect(shop.faults).toEqual([])
  },
)

test.each(['Анна\u0000', '\ud800', 'a\udc00b'])('does not take %j for a name', async (name) => {
  await buyer.put('mug-v', 1)
  const { status, body } = await buyer.order({ contact: { name, phone: '+79161234567' } })
  expect([status, body.code]).toEqual([400, 'invalid'])
  expect(shop.faults).toEqual([])
})

test.each([2 ** 53, 1e21, 1e308])('does not take %j for a revision', async (since) => {
  const { status } = await buyer.request('POST', '/cart', { cartId: null, since, operations: [] })
  expect(status).toBe(400)
})
