import {
  orderSchema,
  ordersSchema,
  productPageSchema,
  productSchema,
  quoteSchema,
  sellersSchema,
} from '@vitrina/api/schemas'
import type { Order, Promotion } from '@vitrina/core'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { auditShop, type Database, databaseSink, type ShopConfig } from '../src/index.ts'
import { onEachDatabase } from './each-database.ts'
import { type Buyer, openShop, orderRequest, product, rub } from './open-shop.ts'

const sellers = [{ id: 'north', name: 'Северный лён', legal: 'ООО «Север», ОГРН 1027700132195' }]

async function openMarket(database: Database, stock = 5, config: Partial<ShopConfig> = {}) {
  const shop = await openShop(database, { products: [product('mug', stock)] }, { sellers, ...config })
  const importNorth = async (...ids: string[]) => {
    const sink = databaseSink(database, shop.shop, 'north')
    await sink.saveCategories([{ id: 'cups', title: 'Кружки' }])
    for (const id of ids) await sink.saveProduct(product(id, stock))
    await sink.finish()
  }
  await importNorth('mug')
  return { ...shop, importNorth }
}

async function fill(buyer: Buyer): Promise<void> {
  await buyer.put('mug-v', 2)
  await buyer.put('north::mug-v', 1)
}

async function ordersOf(buyer: Buyer, patch?: object): Promise<Order[]> {
  const { status, body } = await buyer.order(patch)
  expect(status).toBe(200)
  return v.parse(ordersSchema, body).orders
}

onEachDatabase((database) => {
  test('a product says whose it is, and the same id in two feeds is two products', async () => {
    const { shop, server } = await openMarket(database())
    const path = `https://shop.example/v1/shops/${shop.id}/products`
    const get = async (id: string) =>
      v.parse(productSchema, await (await server.fetch(new Request(`${path}/${id}`))).json())
    expect((await get('mug')).seller).toEqual({ id: shop.id, name: shop.name })
    expect((await get('north::mug')).seller).toEqual(sellers[0])
  })

  test('lists who sells, the shop first, with the terms of each, which products do not carry', async () => {
    const terms = { returns: 'Четырнадцать дней.', offer: 'https://lavka.example/offer' }
    const theirs = { privacy: 'https://north.example/privacy' }
    const { shop, server } = await openMarket(database(), 5, {
      terms,
      sellers: sellers.map((seller) => ({ ...seller, terms: theirs })),
    })
    const get = async (path: string) =>
      (await server.fetch(new Request(`https://shop.example/v1/shops/${shop.id}${path}`))).json()
    const paymentMethods = ['cash', 'card']
    expect(v.parse(sellersSchema, await get('/sellers')).sellers).toEqual([
      { id: shop.id, name: shop.name, terms, paymentMethods },
      { ...sellers[0], terms: theirs, paymentMethods },
    ])
    expect((await get('/products/mug')).seller).toEqual({ id: shop.id, name: shop.name })
    expect((await get('/products/north::mug')).seller).toEqual(sellers[0])
    const idsOf = async (id: string) =>
      v.parse(productPageSchema, await get(`/products?seller=${id}`)).products.map((one) => one.id)
    expect(await idsOf(shop.id)).toEqual(['mug'])
    expect(await idsOf('north')).toEqual(['north::mug'])
    expect(await get('/facets?seller=north')).toMatchObject({ products: 1 })
  })

  test('in a shop with one seller nothing names it', async () => {
    const { shop, server } = await openShop(database(), { products: [product('mug')] })
    const url = `https://shop.example/v1/shops/${shop.id}/products/mug`
    expect(await (await server.fetch(new Request(url))).json()).not.toHaveProperty('seller')
  })

  test('a quote tells each seller’s share, with a parcel for each', async () => {
    const { buyer: signIn, shop } = await openMarket(database())
    const buyer = await signIn()
    await fill(buyer)
    const quote = v.parse(quoteSchema, await buyer.quote())
    expect(quote.orders).toEqual([
      {
        seller: { id: shop.id, name: shop.name },
        subtotal: rub(258000),
        promos: [],
        delivery: rub(35000),
        total: rub(293000),
      },
      { seller: sellers[0], subtotal: rub(129000), promos: [], delivery: rub(35000), total: rub(164000) },
    ])
    expect(quote).toMatchObject({ subtotal: rub(387000), delivery: rub(70000), total: rub(457000) })
    expect(quote.lines.map(({ sellerId }) => sellerId)).toEqual([shop.id, 'north'])
  })

  test('a checkout becomes an order for each seller, all of them once', async () => {
    const { buyer: signIn, shop } = await openMarket(database())
    const buyer = await signIn()
    await fill(buyer)
    const request = orderRequest((await buyer.quote()).hash)
    const place = () => buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
    const answers = await Promise.all([place(), place(), place()])
    const [first, ...others] = answers.map(({ body }) => v.parse(ordersSchema, body).orders)
    for (const other of others) expect(other).toEqual(first)
    expect(
      first?.map(({ seller, number, total, lines }) => [seller.id, number, total.amount, lines.length]),
    ).toEqual([
      [shop.id, '1001', 293000, 1],
      ['north', '1001-2', 164000, 1],
    ])
    expect((await buyer.request('GET', '/orders')).body.orders).toEqual(first)
    expect((await buyer.cart()).lines).toEqual([])
    expect(await auditShop(database(), shop.id, { initialStock: { 'mug-v': 5, 'north::mug-v': 5 } })).toEqual(
      [],
    )
  })

  test('when one seller has too little, nobody gets an order', async () => {
    const { buyer: signIn } = await openMarket(database(), 2)
    const [buyer, other] = [await signIn(), await signIn()]
    await fill(buyer)
    await other.put('north::mug-v', 2)
    await other.placed()
    const { status, body } = await buyer.order()
    expect([status, body.code]).toEqual([409, 'sold-out'])
    expect((await buyer.request('GET', '/orders')).body.orders).toEqual([])
    expect((await buyer.cart()).lines).toHaveLength(2)
  })

  test('two buyers under one checkout, each with other sellers: one of them is refused', async () => {
    const { buyer: signIn, shop } = await openMarket(database())
    const [one, two] = [await signIn(), await signIn()]
    await one.put('mug-v', 1)
    await two.put('north::mug-v', 1)
    const checkoutId = 'the-same-checkout'
    const answers = await Promise.all([one.order({ checkoutId }), two.order({ checkoutId })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await auditShop(database(), shop.id)).toEqual([])
  })

  test('each order is paid, and cancelled, by itself', async () => {
    const { buyer: signIn } = await openMarket(database())
    const buyer = await signIn()
    await fill(buyer)
    const [mine, north] = await ordersOf(buyer, { paymentMethod: 'card' })
    const pay = async (order?: Order) =>
      (await buyer.request('POST', `/orders/${order?.id}/payments`, {})).body
    const [one, two] = [await pay(mine), await pay(north)]
    expect(one.orderId).toBe(mine?.id)
    expect(two.orderId).toBe(north?.id)
    await buyer.request('POST', `/orders/${north?.id}/cancel`, {})
    const states = (await buyer.request('GET', '/orders')).body.orders.map((order: Order) => order.state)
    expect(states).toEqual(['awaiting-payment', 'cancelled'])
  })

  test('a code is split over the sellers, and given back when the last of their orders is cancelled', async () => {
    const promotions: Promotion[] = [{ code: 'TEN', kind: 'percent', percent: 10, limitPerBuyer: 1 }]
    const { buyer: signIn, shop } = await openMarket(database(), 5, { promotions })
    const buyer = await signIn()
    await fill(buyer)
    await buyer.give('TEN')
    const orders = await ordersOf(buyer)
    expect(orders.map(({ discount, promos }) => [discount?.amount, promos[0]?.amount.amount])).toEqual([
      [25800, 25800],
      [12900, 12900],
    ])
    const cancel = (order?: Order) => buyer.request('POST', `/orders/${order?.id}/cancel`, {})
    await cancel(orders[0])
    expect(await auditShop(database(), shop.id)).toEqual([])
    await fill(buyer)
    expect((await buyer.give('TEN')).adjustments).toMatchObject([{ reason: 'used-by-you' }])
    await Promise.all([cancel(orders[0]), cancel(orders[1])])
    expect(await auditShop(database(), shop.id)).toEqual([])
    expect((await buyer.give('TEN')).promoCodes).toEqual(['TEN'])
  })

  test('an order keeps its seller as it was', async () => {
    const { buyer: signIn, shop } = await openMarket(database())
    const buyer = await signIn()
    await buyer.put('north::mug-v', 1)
    const [order] = await ordersOf(buyer)
    shop.sellers = []
    const { body } = await buyer.request('GET', `/orders/${order?.id}`)
    expect(v.parse(orderSchema, body).seller).toEqual(sellers[0])
  })

  test('a seller’s feed closes only that seller’s shelves', async () => {
    const { buyer: signIn, importNorth } = await openMarket(database())
    await importNorth('jug')
    const buyer = await signIn()
    expect((await buyer.put('north::mug-v', 1)).adjustments).toMatchObject([{ code: 'capped', available: 0 }])
    await buyer.put('mug-v', 1)
    await buyer.put('north::jug-v', 1)
    expect((await buyer.cart()).lines.map(({ variantId }) => variantId)).toEqual(['mug-v', 'north::jug-v'])
  })
})
