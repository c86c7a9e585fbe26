import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { auditShop, type OrderEvent } from '../src/index.ts'
import { moveOrder } from '../src/orders/move-order.ts'
import { cardOrder, orderNow, submit } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, orderRequest, product, publicUrl, type TestShop } from './open-shop.ts'

const url = 'https://erp.example/orders'
const newSecret = `whsec_${randomBytes(24).toString('base64')}`
const oldSecret = `whsec_${randomBytes(24).toString('base64')}`
const hour = 3_600_000

interface Delivery {
  headers: Record<string, string>
  body: string
}

/** The merchant's own system: takes what comes, or answers as it is told to. */
function erp() {
  const taken: Delivery[] = []
  let answer: () => Response | Promise<Response> = () => new Response(null, { status: 204 })
  const receive: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    expect(request.url).toBe(url)
    taken.push({ headers: Object.fromEntries(request.headers), body: await request.text() })
    return answer()
  }
  return {
    taken,
    receive,
    events: () => taken.map(({ headers, body }) => ({ id: headers['webhook-id'], ...JSON.parse(body) })),
    answers(next: typeof answer) {
      answer = next
    },
  }
}

async function shopWith(database: Parameters<typeof openShop>[0], more: Parameters<typeof openShop>[1] = {}) {
  const system = erp()
  const webhook = { url, secrets: [newSecret, oldSecret] }
  const shop: TestShop = await openShop(database, {
    products: [product('mug', 5)],
    webhook,
    fetch: (input, init) =>
      String(input).startsWith(publicUrl)
        ? shop.server.fetch(new Request(input, init))
        : system.receive(input, init),
    ...more,
  })
  return { shop, system }
}

async function ordered(shop: TestShop) {
  const buyer = await shop.buyer()
  await buyer.put('mug-v', 1)
  return { buyer, order: await buyer.placed() }
}

onEachDatabase((database) => {
  test('the merchant is told of an order, once, in a form that a stranger verifies', async () => {
    const { shop, system } = await shopWith(database())
    const { order } = await ordered(shop)
    await Promise.all([shop.server.sweep(), shop.server.sweep(), shop.server.sweep()])
    await shop.server.sweep()
    expect(system.taken).toHaveLength(1)
    const [{ headers, body }] = system.taken as [Delivery]
    for (const secret of [newSecret, oldSecret]) {
      // The clock of the test stands still, and near enough.
      expect(new Webhook(secret).verify(body, headers)).toEqual({
        type: 'order.placed',
        timestamp: order.placedAt,
        data: { shop: shop.shop.id, order },
      })
    }
    expect(() => new Webhook(newSecret).verify(`${body} `, headers)).toThrow()
    expect(shop.faults).toEqual([])
  })

  test('everything that happens to an order is told, with the order as it is then', async () => {
    const { shop, system } = await shopWith(database())
    const { buyer, order } = await ordered(shop)
    await shop.server.sweep()
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    await shop.server.sweep()
    expect(system.events().map(({ type }) => type)).toEqual(['order.placed', 'order.cancelled'])
    expect(system.events()[1].data.order).toEqual(await orderNow(buyer, order))
  })

  test('money that goes back is told', async () => {
    const told: OrderEvent[] = []
    const { shop, buyer, order, payment } = await cardOrder(database(), {
      notify: async (event) => void told.push(event),
    })
    await submit(shop, `${payment.url}/approve`)
    await expect.poll(async () => (await orderNow(buyer, order)).state).toBe('confirmed')
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    for (let turn = 0; turn < 4; turn++) {
      shop.clock.advance(hour)
      await shop.server.sweep()
    }
    expect(told.map(({ type }) => type).sort()).toEqual([
      'order.cancelled',
      'order.confirmed',
      'order.placed',
      'order.refunded',
    ])
    expect(told.find(({ type }) => type === 'order.refunded')?.order.refund).toBeDefined()
    expect(told.every(({ buyerId }) => buyerId === buyer.id)).toBe(true)
    expect(await auditShop(database(), shop.shop.id)).toEqual([])
  })

  test('what was not taken is sent again under the same id, later and later', async () => {
    const { shop, system } = await shopWith(database())
    await ordered(shop)
    system.answers(() => new Response(null, { status: 500 }))
    await shop.server.sweep()
    await shop.server.sweep()
    expect(system.taken).toHaveLength(1)
    shop.clock.advance(31_000)
    system.answers(() => {
      throw new TypeError('no connection')
    })
    await shop.server.sweep()
    shop.clock.advance(31_000)
    await shop.server.sweep()
    expect(system.taken).toHaveLength(2)
    system.answers(() => new Response('thank you'))
    shop.clock.advance(31_000)
    await shop.server.sweep()
    await shop.server.sweep()
    expect(system.taken).toHaveLength(3)
    expect(new Set(system.events().map(({ id }) => id)).size).toBe(1)
    expect(shop.faults).toEqual([])
  })

  test('a server that dies between telling and noting it tells again', async () => {
    const { shop, system } = await shopWith(database())
    await ordered(shop)
    await shop.server.sweep()
    // As it is when the process ended there.
    const { kysely } = database()
    await kysely.updateTable('outbox').set({ outcome: null }).where('shop_id', '=', shop.shop.id).execute()
    shop.clock.advance(31_000)
    await shop.server.sweep()
    const [first, second] = system.events()
    expect(second).toEqual(first)
  })

  test('after three days it is given up, and said', async () => {
    const givenUp: string[] = []
    const { shop, system } = await shopWith(database(), {
      onGivenUp: ({ type, order }, channel) => givenUp.push(`${channel} ${type} ${order.number}`),
    })
    const { order } = await ordered(shop)
    system.answers(() => new Response(null, { status: 410 }))
    for (let passed = 0; passed <= 75; passed += 5) {
      await shop.server.sweep()
      shop.clock.advance(5 * hour)
    }
    expect(givenUp).toEqual([`merchant order.placed ${order.number}`])
    const sent = system.taken.length
    expect(sent).toBeGreaterThan(14)
    await shop.server.sweep()
    expect(system.taken).toHaveLength(sent)
  })

  test('one who does not answer keeps the other from nothing', async () => {
    const told: OrderEvent[] = []
    const { shop, system } = await shopWith(database(), { notify: async (event) => void told.push(event) })
    system.answers(() => new Response(null, { status: 503 }))
    await ordered(shop)
    for (let turn = 0; turn < 3; turn++) {
      await shop.server.sweep()
      shop.clock.advance(hour)
    }
    expect(system.taken).toHaveLength(3)
    expect(told).toHaveLength(1)
  })

  test('an order that did not come about is told to nobody', async () => {
    const { shop, system } = await shopWith(database())
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const { hash } = await buyer.quote()
    const place = () => {
      const request = orderRequest(hash)
      return buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
    }
    const answers = await Promise.all([place(), place()])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    await shop.server.sweep()
    expect(system.taken).toHaveLength(1)
  })

  test('what nobody listens to is not kept waiting, and what was told goes after a month', async () => {
    const { shop } = await shopWith(database(), { webhook: undefined })
    const { buyer, order } = await ordered(shop)
    await moveOrder(
      database().kysely,
      { shopId: shop.shop.id, orderId: order.id },
      { to: 'shipped', at: new Date(shop.clock.now()) },
    )
    await shop.server.sweep()
    const rows = () =>
      database().kysely.selectFrom('outbox').selectAll().where('shop_id', '=', shop.shop.id).execute()
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(Array(4).fill('unwanted'))
    shop.clock.advance(31 * 24 * hour)
    await shop.server.sweep()
    expect(await rows()).toEqual([])
    expect((await orderNow(await shop.buyer(buyer.id), order)).state).toBe('shipped')
  })
})
