/** The contract of `Idempotency-Key` on placing an order, point by point. */
import { randomUUID } from 'node:crypto'
import { httpMerchant } from '@vitrina/api'
import { ok } from '@vitrina/core'
import { expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { undisturbed } from './database/distributed-database.ts'
import { onEachDatabase } from './each-database.ts'
import { type Answer, type Buyer, openShop, orderRequest, product, publicUrl } from './open-shop.ts'

type Request = ReturnType<typeof orderRequest>

const day = 24 * 3_600_000

function place(buyer: Buyer, request: Request): Promise<Answer> {
  return buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
}

async function ready(database: Database, guard = {}) {
  const shop = await openShop(database, { products: [product('mug', 5)], guard })
  const buyer = await shop.buyer()
  await buyer.put('mug-v', 1)
  return { shop, buyer, request: orderRequest((await buyer.quote()).hash) }
}

/** Holds the buyer's cart, as another server does that is at its order. */
async function holdCart(database: Database, { id }: Buyer) {
  const transaction = await undisturbed(database).kysely.startTransaction().execute()
  await transaction.selectFrom('carts').select('id').where('buyer_id', '=', id).forUpdate().execute()
  return transaction
}

onEachDatabase((database) => {
  test('without a key, or with another one than the checkout, it is 400, and nothing is kept', async () => {
    const { buyer, request } = await ready(database())
    expect((await buyer.request('POST', '/orders', request)).status).toBe(400)
    const other = await buyer.request('POST', '/orders', request, { 'idempotency-key': randomUUID() })
    expect(other.status).toBe(400)
    expect((await place(buyer, request)).status).toBe(200)
  })

  test('the same key with another payload is 422, whatever differs', async () => {
    const { buyer, request } = await ready(database())
    await place(buyer, request)
    for (const patch of [
      { contact: { name: 'Борис', phone: request.contact.phone } },
      { paymentMethod: 'card' },
      { quoteHash: 'another' },
      { consent: { personalData: true, version: '2' } },
    ]) {
      const { status, body } = await place(buyer, { ...request, ...patch })
      expect([status, body.code]).toEqual([422, 'checkout-used'])
    }
  })

  test('the order in which a payload names its fields is not another payload', async () => {
    const { buyer, request } = await ready(database())
    const first = await place(buyer, request)
    const turned = Object.fromEntries(Object.entries(request).reverse()) as Request
    const again = await place(buyer, turned)
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  test('while the same request is being worked on it is 409 with Retry-After, afterwards the same answer', async () => {
    const { buyer, request, shop } = await ready(database(), { timeLimit: 3_000 })
    const held = await holdCart(database(), buyer)
    const both = [place(buyer, request), place(buyer, request)]
    const second = await Promise.race(both)
    expect([second.status, second.headers.get('retry-after')]).toEqual([409, '1'])
    expect(second.body).toMatchObject({ title: 'The same request is still being worked on' })
    const merchant = httpMerchant({
      url: publicUrl,
      shop: shop.shop.id,
      host: {
        launch: async () => ok({ proof: { scheme: 'test', value: buyer.id }, locale: 'ru', abilities: [] }),
      },
      fetch: (input, init) => shop.server.fetch(new Request(input, init)),
    })
    const third = merchant.placeOrder(JSON.parse(JSON.stringify(request)))
    expect(await third).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfter: 1 } })
    await held.commit().execute()
    await Promise.all(both)
    const last = await place(buyer, request)
    expect([last.status, last.headers.get('idempotency-replayed')]).toEqual([200, 'true'])
    expect((await buyer.request('GET', '/orders')).body).toEqual(last.body)
  })

  test('a refusal is not kept: the key is free for a request that can be met', async () => {
    const { buyer, request } = await ready(database())
    expect((await place(buyer, { ...request, quoteHash: 'old' })).body.code).toBe('price-changed')
    expect((await place(buyer, { ...request, contact: { name: '', phone: '' } })).status).toBe(400)
    const answer = await place(buyer, request)
    expect([answer.status, answer.headers.get('idempotency-replayed')]).toEqual([200, null])
  })

  test('the key is good for ever: after a year it is still the same order, as it is by then', async () => {
    const { buyer, request, shop } = await ready(database())
    const first = await place(buyer, request)
    await buyer.request('POST', `/orders/${first.body.orders[0].id}/cancel`, {})
    shop.clock.advance(365 * day)
    await shop.server.sweep()
    const returned = await shop.buyer(buyer.id)
    const again = await place(returned, request)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual({
      orders: [{ ...first.body.orders[0], state: 'cancelled', cancelReason: 'buyer' }],
    })
  })

  test('of two hundred at once one makes the order, and nobody hears of another', async () => {
    const { buyer, request } = await ready(database(), { timeLimit: 60_000 })
    const answers = await Promise.all(Array.from({ length: 200 }, () => place(buyer, request)))
    const done = answers.filter(({ status }) => status === 200)
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    expect(done.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(new Set(done.map(({ body }) => body.orders[0].id)).size).toBe(1)
    expect((await buyer.request('GET', '/orders')).body.orders).toHaveLength(1)
  })
})
