import { orderRequestSchema } from '@vitrina/api/schemas'
/** Bugs that other shops had with orders, stock and prices, by the thread that tells of them: they must not happen here. */
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { auditShop, type Database, type PaymentProvider } from '../src/index.ts'
import { makeOrders } from '../src/orders/make-orders.ts'
import { priceCart } from '../src/orders/price-cart.ts'
import { readCheckouts } from '../src/orders/read-checkouts.ts'
import { writeCheckouts } from '../src/orders/write-checkouts.ts'
import { cardOrder, notify, orderNow, paymentRows, settled, start } from './card-order.ts'
import { undisturbed } from './database/distributed-database.ts'
import { onEachDatabase } from './each-database.ts'
import { type Answer, type Buyer, openShop, orderRequest, product, rub, type TestShop } from './open-shop.ts'

const hour = 3_600_000
const codes = (answers: Answer[]) => answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code))

async function stockOf({ kysely }: Database, { shop }: TestShop): Promise<number | null> {
  const rows = kysely.selectFrom('variants').select('stock').where('shop_id', '=', shop.id)
  return (await rows.executeTakeFirstOrThrow()).stock
}

async function ready(database: Database, stock: number | null, quantity = 1) {
  const shop = await openShop(database, { products: [product('mug', stock)] })
  const buyer = await shop.buyer()
  await buyer.put('mug-v', quantity)
  return { shop, buyer }
}

async function sendOrder(buyer: Buyer, request: { checkoutId: string }): Promise<Answer> {
  return buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
}

onEachDatabase((database) => {
  const audit = ({ shop }: TestShop, initialStock = {}) => auditShop(database(), shop.id, { initialStock })
  const orders = async (buyer: Buyer) => (await buyer.request('GET', '/orders')).body.orders

  test('D1 magento2#13952: two devices that order the same cart at the same time make one order', async () => {
    const { shop, buyer } = await ready(database(), 5, 2)
    const { hash } = await buyer.quote()
    const answers = await Promise.all([
      sendOrder(buyer, orderRequest(hash)),
      sendOrder(buyer, orderRequest(hash)),
    ])
    expect(codes(answers).sort()).toEqual(['cart-empty', 'ok'])
    expect(await orders(buyer)).toHaveLength(1)
    expect(await audit(shop, { 'mug-v': 5 })).toEqual([])
  })

  test('D2 woocommerce#62659: a retry before the first try has ended gets the same order', async () => {
    const { shop, buyer } = await ready(database(), 5)
    const request = orderRequest((await buyer.quote()).hash)
    const first = sendOrder(buyer, request)
    const answers = await Promise.all([first, sendOrder(buyer, request), sendOrder(buyer, request)])
    expect(new Set(answers.map(({ body }) => body.orders[0].id)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1)
    expect(await audit(shop, { 'mug-v': 5 })).toEqual([])
  })

  test('D3 shopware#19943: a tab that read the cart before another one ordered it orders nothing', async () => {
    const { shop, buyer } = await ready(database(), 5)
    const seen = await buyer.quote()
    await buyer.placed()
    const second = await sendOrder(buyer, orderRequest(seen.hash))
    expect(codes([second])).toEqual(['cart-empty'])
    expect(await orders(buyer)).toHaveLength(1)
    expect(await audit(shop, { 'mug-v': 5 })).toEqual([])
  })

  test('D4 ps_checkout#1546: a notification that breaks the handler leaves one order and one attempt', async () => {
    const broken: PaymentProvider = {
      name: 'broken',
      create: async () => ({ ok: true, value: { url: 'https://pay.example/1' } }),
      get: async () => ({ ok: true, value: { state: 'paid', orderId: order.id, amount: rub(164000) } }),
      parseNotification: () => Promise.reject(new Error('a field is not there')),
    }
    const { shop, buyer, order, payment } = await cardOrder(database(), { provider: broken })
    expect(await notify(shop, payment, { state: 'paid' })).toBe(500)
    expect(await start(buyer, order).catch(() => payment)).toEqual(payment)
    shop.clock.advance(30_000)
    await shop.server.sweep()
    expect((await orders(buyer)).map(({ state }: { state: string }) => state)).toEqual(['confirmed'])
    expect(await paymentRows(database(), shop)).toHaveLength(1)
    expect(await audit(shop)).toEqual([])
  })

  test('D6 medusa#2341, #2761, #3556: who loses a race takes nothing of the winner, and is not told of the data base', async () => {
    const shop = await openShop(database(), { products: [product('mug', 50), product('cup', 50)] })
    const buyer = await shop.buyer()
    for (const id of ['mug-v', 'cup-v']) await buyer.put(id, 2)
    const { hash } = await buyer.quote()
    const requests = Array.from({ length: 8 }, () => orderRequest(hash))
    const answers = await Promise.all(requests.map((request) => sendOrder(buyer, request)))
    expect(new Set(codes(answers))).toEqual(new Set(['ok', 'cart-empty']))
    const [order] = await orders(buyer)
    expect(order.lines).toHaveLength(2)
    expect(await audit(shop, { 'mug-v': 50, 'cup-v': 50 })).toEqual([])
    expect(shop.faults).toEqual([])
  })

  test('D7 openfoodnetwork#2690: the same request a second later is answered with the same order', async () => {
    const { shop, buyer } = await ready(database(), 5)
    const request = orderRequest((await buyer.quote()).hash)
    const first = await sendOrder(buyer, request)
    shop.clock.advance(1000)
    await buyer.put('mug-v', 1)
    const second = await sendOrder(buyer, request)
    expect(second.body).toEqual(first.body)
    expect((await buyer.cart()).lines).toHaveLength(1)
    expect(await stockOf(database(), shop)).toBe(4)
  })

  test('D8 spree#9265, #8540, #4499: taps while the acquirer is slow to answer reach it as one payment', async () => {
    const seen: string[] = []
    const slow: PaymentProvider = {
      name: 'slow',
      create: async ({ paymentId }) => {
        seen.push(paymentId)
        await new Promise((resolve) => setTimeout(resolve, 30))
        return { ok: true, value: { url: 'https://pay.example/1' } }
      },
      get: async () => ({ ok: false, error: { code: 'unavailable', reason: 'slow' } }),
      parseNotification: async () => ({ ok: false, error: { code: 'forged' } }),
    }
    const shop = await openShop(database(), { products: [product('mug', 5)], provider: slow })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const order = await buyer.placed({ paymentMethod: 'card' })
    await Promise.all(Array.from({ length: 5 }, () => start(buyer, order)))
    expect(new Set(seen).size).toBe(1)
    expect(await paymentRows(database(), shop)).toHaveLength(1)
  })

  test('S1 saleor#543, vendure#3508, #1738, nopCommerce#4184, magento2#6363, CVE-2024-53476: the last piece is sold once', async () => {
    const shop = await openShop(database(), { products: [product('mug', 1)] })
    const buyers = await Promise.all(Array.from({ length: 8 }, () => shop.buyer()))
    for (const buyer of buyers) await buyer.put('mug-v', 1)
    const answers = await Promise.all(buyers.map((buyer) => buyer.order()))
    expect(codes(answers).filter((code) => code === 'ok')).toHaveLength(1)
    expect(new Set(codes(answers))).toEqual(new Set(['ok', 'sold-out']))
    expect(await audit(shop, { 'mug-v': 1 })).toEqual([])
  })

  test('S2 medusa#16569, #12401: orders and cancellations in any order leave the count exact', async () => {
    const shop = await openShop(database(), { products: [product('mug', 6)] })
    const buyers = await Promise.all(Array.from({ length: 6 }, () => shop.buyer()))
    const live = async (buyer: Buyer, index: number) => {
      for (let turn = 0; turn < 3; turn++) {
        await buyer.put('mug-v', 1 + ((turn + index) % 3))
        const { status, body } = await buyer.order({ paymentMethod: turn % 2 ? 'card' : 'cash' })
        if (status === 200 && (turn + index) % 2) {
          await Promise.all(
            [1, 2].map(() => buyer.request('POST', `/orders/${body.orders[0].id}/cancel`, {})),
          )
        }
      }
    }
    await Promise.all(buyers.map(live))
    expect(await audit(shop, { 'mug-v': 6 })).toEqual([])
    shop.clock.advance(2 * hour)
    await Promise.all([shop.server.sweep(), shop.server.sweep()])
    expect(await audit(shop, { 'mug-v': 6 })).toEqual([])
    expect(shop.faults).toEqual([])
  })

  test('S3 medusa#16502, vendure#2702: two lines of one article are counted together', async () => {
    const { shop, buyer } = await ready(database(), 5)
    const { kysely } = database()
    const [found] = await readCheckouts(kysely, shop.shop.id, [{ buyerId: buyer.id, checkoutId: null }])
    if (!found) throw new Error('The cart is there')
    const priced = priceCart(shop.shop, found, { option: null, now: 0 })
    if (!priced.ok) throw new Error(priced.error.code)
    const write = (quantity: number) => {
      const lines = priced.value.lines.flatMap((line) => Array(2).fill({ ...line, quantity }))
      const request = v.parse(orderRequestSchema, orderRequest(''))
      const details = {
        request,
        number: 7,
        placedAt: new Date(),
        deliveryText: '',
        productIds: new Map<string, string>(),
      }
      const orders = makeOrders({ ...details, quote: { ...priced.value, lines } })
      const cart = { buyerId: buyer.id, cartId: found.cartId ?? '', revision: found.revision }
      return writeCheckouts(kysely, shop.shop, [{ ...cart, fingerprint: '', consentVersion: '1', orders }])
    }
    await expect(write(3)).rejects.toMatchObject({ code: '23514' })
    expect(await stockOf(database(), shop)).toBe(5)
    expect((await write(2)).size).toBe(1)
    expect(await stockOf(database(), shop)).toBe(1)
  })

  test('S4 medusa#16825: an order that fails at its last step leaves no order, no stock taken and the cart full', async () => {
    const { shop, buyer } = await ready(database(), 5)
    const other = await shop.buyer()
    await other.put('mug-v', 1)
    const first = await other.placed()
    const { kysely } = database()
    // The next number is taken already: the insert of the order fails after the stock was taken.
    await kysely.updateTable('orders').set({ number: '1002' }).where('id', '=', first.id).execute()
    const request = orderRequest((await buyer.quote()).hash)
    expect((await sendOrder(buyer, request)).status).toBe(500)
    // Not tried again and again: whoever gives out our numbers goes on doing so.
    expect(shop.faults).toMatchObject([{ constraint: 'orders_shop_id_number_key' }])
    expect(await orders(buyer)).toEqual([])
    expect(await stockOf(database(), shop)).toBe(4)
    expect((await buyer.cart()).lines).toHaveLength(1)
    expect((await sendOrder(buyer, request)).status).toBe(200)
    expect(await audit(shop, { 'mug-v': 5 })).toEqual([])
  })

  test('an order that fails fails alone: others that were taken together with it are placed', async () => {
    const { shop } = await ready(database(), 50)
    const buyers = await Promise.all(Array.from({ length: 8 }, () => shop.buyer()))
    await Promise.all(buyers.map((buyer) => buyer.put('mug-v', 1)))
    const first = await buyers[0]?.placed()
    // The number of one of those to come is taken already.
    await database()
      .kysely.updateTable('orders')
      .set({ number: '1004' })
      .where('id', '=', first?.id ?? '')
      .execute()
    const answers = await Promise.all(buyers.slice(1).map((buyer) => buyer.order()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 500])
    expect(await audit(shop, { 'mug-v': 50 })).toEqual([])
  })

  test('S5 shopper v2.12.3: an order that waited for the stock sees what is left after the wait', async () => {
    const { buyer, shop } = await ready(database(), 5, 2)
    const request = orderRequest((await buyer.quote()).hash)
    const transaction = await undisturbed(database()).kysely.startTransaction().execute()
    await transaction.updateTable('variants').set({ stock: 1 }).where('shop_id', '=', shop.shop.id).execute()
    const waiting = sendOrder(buyer, request)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await transaction.commit().execute()
    const answer = await waiting
    expect(answer.body).toMatchObject({ code: 'sold-out', lines: [{ requested: 2, left: 1 }] })
    expect(await stockOf(database(), shop)).toBe(1)
  })

  test('S6 FOSSBilling#4130: stock is taken with the order, not with its payment', async () => {
    const { shop, order } = await cardOrder(database())
    expect(order.state).toBe('awaiting-payment')
    expect(await stockOf(database(), shop)).toBe(4)
  })

  test('M1 craftcms/commerce#3714, PrestaShop#9478, #11507: a price that moves after the order changes nothing of it', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const variants = [{ id: 'mug-v', sku: 'mug', price: rub(999000), stock: 4, options: {} }]
    await shop.save(product('mug', 4, { variants }))
    await notify(shop, payment, { state: 'paid' })
    await settled(database(), shop)
    expect(await orderNow(buyer, order)).toMatchObject({ state: 'confirmed', total: rub(164000) })
    expect((await paymentRows(database(), shop))[0]?.amount).toBe(164000)
    expect(await audit(shop)).toEqual([])
  })

  test.each([
    ['higher', 199000, 234000],
    ['lower', 99000, 134000],
  ])('M2 shopper#614: a cart of last month is not charged a %s price unseen', async (_, price, total) => {
    const { shop, buyer } = await ready(database(), 5)
    const old = await buyer.quote()
    const variants = [{ id: 'mug-v', sku: 'mug', price: rub(price), stock: 5, options: {} }]
    await shop.save(product('mug', 5, { variants }))
    shop.clock.advance(30 * 24 * hour)
    const returned = await shop.buyer(buyer.id)
    const refused = await sendOrder(returned, orderRequest(old.hash))
    expect(refused.body).toMatchObject({ code: 'price-changed', before: rub(164000), after: rub(total) })
    expect((await returned.quote()).adjustments).toMatchObject([{ code: 'repriced' }])
    expect((await returned.placed()).total).toEqual(rub(total))
  })
})
