import { randomUUID } from 'node:crypto'
import { ordersSchema, quoteSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, orderRequest, product, rub, type TestShop } from './open-shop.ts'

async function stockOf(database: Database, { shop }: TestShop, id: string) {
  const row = await database.kysely
    .selectFrom('variants')
    .select('stock')
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.stock
}

async function ordersOf(database: Database, { shop }: TestShop) {
  return database.kysely.selectFrom('orders').selectAll().where('shop_id', '=', shop.id).execute()
}

onEachDatabase((database) => {
  test('quotes lines, delivery and total', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 2)
    expect(v.parse(quoteSchema, await buyer.quote())).toMatchObject({
      revision: 1,
      subtotal: rub(258000),
      delivery: rub(35000),
      total: rub(293000),
      lines: [{ title: 'Кружка mug', quantity: 2, total: rub(258000) }],
      adjustments: [],
    })
  })

  test('tells a price that moved since the line was added, and a stock that fell below it', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 4)
    const variants = [{ id: 'mug-v', sku: 'mug', price: rub(149000), stock: 1, options: {} }]
    await shop.save(product('mug', 1, { variants }))
    const { adjustments } = await buyer.quote()
    expect(adjustments).toMatchObject([
      { code: 'repriced', before: rub(129000), after: rub(149000) },
      { code: 'capped', requested: 4, available: 1 },
    ])
    expect((await buyer.quote()).adjustments).toEqual(adjustments)
  })

  test('refuses a delivery that the shop does not offer', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 1)
    const quoted = await buyer.request('POST', '/quote', { deliveryOptionId: 'drone' })
    expect(quoted.body).toMatchObject({ code: 'invalid', issues: [{ path: 'deliveryOptionId' }] })
    const delivery = { kind: 'pickup', optionId: 'pickup', pointId: 'nowhere' }
    const ordered = await buyer.order({ delivery })
    expect(ordered.body).toMatchObject({ code: 'invalid', issues: [{ path: 'delivery.pointId' }] })
  })

  test('places an order, takes its stock and empties the cart', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const { status, body } = await buyer.order()
    expect(status).toBe(200)
    const [order, ...others] = v.parse(ordersSchema, body).orders
    expect(others).toEqual([])
    expect(order).toMatchObject({
      state: 'confirmed',
      number: '1001',
      total: rub(293000),
      deliveryText: 'Курьер: Москва, Тверская, 1',
      payment: null,
      lines: [{ variantId: 'mug-v', quantity: 2 }],
    })
    expect(await stockOf(database(), shop, 'mug-v')).toBe(3)
    expect(await buyer.cart()).toMatchObject({ revision: 2, lines: [] })
    expect((await buyer.request('GET', `/orders/${order?.id}`)).body).toEqual(order)
  })

  test('answers the same request again with the same order, and says so', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const request = orderRequest((await buyer.quote()).hash)
    const place = () => buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
    const first = await place()
    const second = await place()
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
    expect(await stockOf(database(), shop, 'mug-v')).toBe(3)
  })

  test('two clicks at the same time make one order that both get', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const request = orderRequest((await buyer.quote()).hash)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.orders[0].id)).size).toBe(1)
    expect(await ordersOf(database(), shop)).toHaveLength(1)
    expect(await stockOf(database(), shop, 'mug-v')).toBe(3)
  })

  test('refuses another request under the same checkout', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 1)
    const { checkoutId } = await buyer.placed()
    await buyer.put('mug-v', 2)
    const { status, body } = await buyer.order({ checkoutId })
    expect([status, body.code]).toEqual([422, 'checkout-used'])
  })

  test('tells nothing of the order that another buyer made under a checkout', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const [one, two] = [await shop.buyer(), await shop.buyer()]
    await one.put('mug-v', 1)
    await two.put('mug-v', 1)
    const request = orderRequest((await one.quote()).hash)
    const headers = { 'idempotency-key': request.checkoutId }
    const [order] = (await one.request('POST', '/orders', request, headers)).body.orders
    const stolen = await two.request('POST', '/orders', request, headers)
    expect([stolen.status, stolen.body.code]).toEqual([422, 'checkout-used'])
    expect(JSON.stringify(stolen.body)).not.toContain(order.id)
    expect((await two.cart()).lines).toHaveLength(1)
  })

  test('needs an idempotency key, and it is the id of the checkout', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 1)
    const request = orderRequest((await buyer.quote()).hash)
    const without = await buyer.request('POST', '/orders', request)
    expect([without.status, without.body.code]).toEqual([400, 'idempotency-key-missing'])
    const other = await buyer.request('POST', '/orders', request, { 'idempotency-key': randomUUID() })
    expect(other.body).toMatchObject({ code: 'invalid', issues: [{ path: 'Idempotency-Key' }] })
  })

  test('never charges a price that the buyer has not seen: both figures come back', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const { hash } = await buyer.quote()
    const variants = [{ id: 'mug-v', sku: 'mug', price: rub(199000), stock: 5, options: {} }]
    await shop.save(product('mug', 5, { variants }))
    const { status, body } = await buyer.order({ quoteHash: hash })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      code: 'price-changed',
      before: rub(164000),
      after: rub(234000),
      quote: { total: rub(234000) },
    })
    expect(await ordersOf(database(), shop)).toHaveLength(0)
    expect((await buyer.order({ quoteHash: body.quote.hash })).status).toBe(200)
  })

  test('says what is left when there is too little, and takes nothing of the other lines', async () => {
    const shop = await openShop(database(), { products: [product('a', 5), product('b', 5), product('c')] })
    const buyer = await shop.buyer()
    for (const id of ['a-v', 'b-v', 'c-v']) await buyer.put(id, 3)
    await shop.save(product('b', 1))
    const { status, body } = await buyer.order()
    expect(status).toBe(409)
    expect(body.code).toBe('sold-out')
    expect(body.lines).toEqual([{ variantId: 'b-v', title: 'Кружка b', requested: 3, left: 1 }])
    expect(await stockOf(database(), shop, 'a-v')).toBe(5)
    expect((await buyer.cart()).lines).toHaveLength(3)
    expect(await ordersOf(database(), shop)).toHaveLength(0)
  })

  test('speaks of what there is too little of before the price, which comes with the next quote', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 2)
    const { hash } = await buyer.quote()
    const variants = [{ id: 'mug-v', sku: 'mug', price: rub(199000), stock: 1, options: {} }]
    await shop.save(product('mug', 1, { variants }))
    expect((await buyer.order({ quoteHash: hash })).body).toMatchObject({
      code: 'sold-out',
      lines: [{ variantId: 'mug-v', requested: 2, left: 1 }],
    })
    const fits = { id: randomUUID(), revision: 1, variantId: 'mug-v', kind: 'set-quantity', quantity: 1 }
    await buyer.request('POST', '/cart', { cartId: null, since: 0, operations: [fits] })
    const { body } = await buyer.order({ quoteHash: hash })
    expect(body).toMatchObject({ code: 'price-changed', after: rub(234000) })
    expect((await buyer.order({ quoteHash: body.quote.hash })).status).toBe(200)
  })

  test('sells 10 pieces to exactly 10 of 50 buyers', async () => {
    const shop = await openShop(database(), { products: [product('mug', 10), product('plate', 100)] })
    const buyers = await Promise.all(Array.from({ length: 50 }, () => shop.buyer()))
    // Half of them have the articles in the other order, to meet each other's locks.
    await Promise.all(
      buyers.map(async (buyer, index) => {
        for (const id of index % 2 ? ['mug-v', 'plate-v'] : ['plate-v', 'mug-v']) await buyer.put(id, 1)
      }),
    )
    const answers = await Promise.all(buyers.map((buyer) => buyer.order()))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(answers.length - refused.length).toBe(10)
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['sold-out']))
    expect(await stockOf(database(), shop, 'mug-v')).toBe(0)
    expect(await stockOf(database(), shop, 'plate-v')).toBe(90)
    const numbers = (await ordersOf(database(), shop)).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(10)
  })

  test('the number of an order that was refused, or was there already, goes to the next one', async () => {
    const shop = await openShop(database(), { products: [product('mug', 5)] })
    const [anna, boris] = [await shop.buyer(), await shop.buyer()]
    await anna.put('mug-v', 1)
    await boris.put('mug-v', 1)
    expect((await anna.order({ quoteHash: 'another' })).status).toBe(409)
    const request = orderRequest((await anna.quote()).hash)
    const again = { 'idempotency-key': request.checkoutId }
    const first = await anna.request('POST', '/orders', request, again)
    expect(await anna.request('POST', '/orders', request, again)).toMatchObject({ status: 200 })
    const numbers = [first.body.orders[0].number, (await boris.placed()).number]
    expect(numbers).toEqual(['1001', '1002'])
  })

  test('orders nothing from an empty cart', async () => {
    const buyer = await (await openShop(database())).buyer()
    const quote = await buyer.request('POST', '/quote', { deliveryOptionId: null })
    expect([quote.status, quote.body.code]).toEqual([409, 'cart-empty'])
    expect((await buyer.order({ quoteHash: 'x' })).body.code).toBe('cart-empty')
  })

  test('lists a buyer own orders, newest first, and finds one by its checkout', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const first = await buyer.placed()
    shop.clock.advance(1000)
    await buyer.put('mug-v', 1)
    const second = await buyer.placed()
    const all = await buyer.request('GET', '/orders')
    expect(all.body.orders.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id])
    const found = await buyer.request('GET', `/orders?checkout=${first.checkoutId}`)
    expect(found.body.orders).toEqual([first])
  })
})
