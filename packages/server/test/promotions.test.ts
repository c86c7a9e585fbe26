/** Codes, VAT and minimum: what is charged is what was told, and a code is used as often as it may be. */
import { orderSchema, quoteSchema } from '@vitrina/api/schemas'
import type { Promotion } from '@vitrina/core'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { auditShop, type ShopConfig } from '../src/index.ts'
import { cardOrder } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import {
  type Answer,
  type Buyer,
  openShop,
  orderRequest,
  product,
  promo,
  rub,
  type TestShop,
} from './open-shop.ts'

const minute = 60_000
const third: Promotion = { code: 'THIRD', kind: 'percent', percent: 33 }
const free: Promotion = { code: 'FREE', kind: 'free-delivery' }
const codes = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)).sort()
const priced = (id: string, amount: number, more = {}) =>
  product(id, 50, {
    variants: [{ id: `${id}-v`, sku: id, price: rub(amount), stock: 50, options: {}, ...more }],
  })

onEachDatabase((database) => {
  const audit = ({ shop }: TestShop) => auditShop(database(), shop.id)
  const open = (promotions: Promotion[], config: Partial<ShopConfig> = {}) =>
    openShop(database(), { products: [priced('a', 33333), priced('b', 33334)] }, { promotions, ...config })
  const full = async (shop: TestShop) => {
    const buyer = await shop.buyer()
    await buyer.put('a-v', 2)
    await buyer.put('b-v', 1)
    return buyer
  }
  const send = (buyer: Buyer, request: { checkoutId: string }) =>
    buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })

  test('splits a discount to the minor unit and keeps it in the order as it was', async () => {
    const shop = await open([third])
    const buyer = await full(shop)
    expect(await buyer.give(' third ')).toMatchObject({ promoCodes: ['THIRD'], adjustments: [] })
    const quote = v.parse(quoteSchema, await buyer.quote())
    expect(quote).toMatchObject({
      subtotal: rub(100000),
      discount: rub(33000),
      promos: [{ code: 'THIRD', amount: rub(33000) }],
      lines: [
        { unitPrice: rub(33333), discount: rub(22000), total: rub(44666) },
        { unitPrice: rub(33334), discount: rub(11000), total: rub(22334) },
      ],
      delivery: rub(35000),
      total: rub(102000),
      adjustments: [],
    })
    const order = v.parse(orderSchema, await buyer.placed())
    const { lines, subtotal, discount, promos, total } = quote
    expect(order).toMatchObject({ lines, subtotal, discount, promos, total })
    expect((await buyer.cart()).promoCodes).toEqual([])
    expect((await buyer.request('GET', `/orders/${order.id}`)).body).toEqual(order)
    expect(await audit(shop)).toEqual([])
  })

  test('free delivery is seen in the delivery, and goes along with a discount', async () => {
    const shop = await open([third, free])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    await buyer.give('FREE')
    expect(await buyer.placed()).toMatchObject({
      deliveryPrice: rub(0),
      total: rub(67000),
      promos: [
        { code: 'THIRD', amount: rub(33000) },
        { code: 'FREE', amount: rub(35000) },
      ],
    })
    expect(await audit(shop)).toEqual([])
  })

  test('a fixed discount leaves no line below nothing, and an order of nothing is not paid by card', async () => {
    const shop = await open([{ code: 'GIFT', kind: 'fixed', amount: rub(999999) }, free])
    const buyer = await full(shop)
    await buyer.give('GIFT')
    await buyer.give('FREE')
    const quote = await buyer.quote()
    expect(quote).toMatchObject({ discount: rub(100000), total: rub(0), paymentMethods: ['cash'] })
    const refused = await buyer.order({ paymentMethod: 'card' })
    expect(refused.body).toMatchObject({ code: 'invalid', issues: [{ path: 'paymentMethod' }] })
    expect(await buyer.placed()).toMatchObject({ total: rub(0), state: 'confirmed' })
    expect(await audit(shop)).toEqual([])
  })

  test('tells an unknown code at once and again until it is known, and takes it back when the code is good', async () => {
    const shop = await open([{ ...third, from: new Date(Date.now() + 10 * minute).toISOString() }])
    const buyer = await full(shop)
    const told = await buyer.give('THIRD')
    expect(told.adjustments).toMatchObject([{ code: 'promo-dropped', promoCode: 'THIRD', reason: 'not-yet' }])
    expect(told.lines).toHaveLength(2)
    const since = async (revision: number) =>
      (await buyer.request('POST', '/cart', { cartId: told.cartId, since: revision, operations: [] })).body
    expect((await since(told.revision - 1)).adjustments).toEqual(told.adjustments)
    expect((await since(told.revision)).adjustments).toEqual([])
    shop.clock.advance(20 * minute)
    expect(await buyer.give('THIRD')).toMatchObject({ promoCodes: ['THIRD'], adjustments: [] })
  })

  test('a code is given and taken back once per operation, on every device', async () => {
    const shop = await open([third])
    const buyer = await full(shop)
    const operations = [promo('apply-promo', 'third', 'one')]
    const give = () => buyer.request('POST', '/cart', { cartId: null, since: 0, operations })
    const answers = await Promise.all([give(), give(), give()])
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1)
    const remove = [promo('remove-promo', 'THIRD')]
    await buyer.request('POST', '/cart', { cartId: null, since: 0, operations: remove })
    expect((await give()).body).toMatchObject({ promoCodes: [], applied: ['one'] })
  })

  test.each([
    ['ran out', (shop: TestShop) => shop.clock.advance(10 * minute), 'expired'],
    [
      'was used up by others',
      async (shop: TestShop) => {
        const other = await full(shop)
        await other.give('THIRD')
        await other.placed()
      },
      'used-up',
    ],
  ])(
    'M2: a code that %s since the quote is told as a price that changed, with both figures',
    async (_, happen, reason) => {
      const until = new Date(Date.now() + 5 * minute).toISOString()
      const shop = await open([{ ...third, until, limit: 1 }])
      const buyer = await full(shop)
      await buyer.give('THIRD')
      const seen = await buyer.quote()
      await happen(shop)
      const refused = await send(buyer, orderRequest(seen.hash))
      expect(refused.body).toMatchObject({ code: 'price-changed', before: rub(102000), after: rub(135000) })
      expect(refused.body.quote).toMatchObject({
        promos: [],
        adjustments: [{ code: 'promo-dropped', promoCode: 'THIRD', reason }],
      })
      expect((await buyer.cart()).lines).toHaveLength(2)
      expect(await send(buyer, orderRequest(refused.body.quote.hash))).toMatchObject({
        status: 200,
        body: { total: rub(135000) },
      })
      expect(await audit(shop)).toEqual([])
    },
  )

  test('M3 saleor#544, #15855, vendure#4660, nopCommerce#6487, shopper#510, medusa#13760: a code for three is used by three', async () => {
    const shop = await open([
      { ...third, limit: 3 },
      { ...free, limit: 3 },
    ])
    const buyers = await Promise.all(Array.from({ length: 10 }, () => full(shop)))
    const requests = await Promise.all(
      buyers.map(async (buyer, index) => {
        for (const code of index % 2 ? ['THIRD', 'FREE'] : ['FREE', 'THIRD']) await buyer.give(code)
        return orderRequest((await buyer.quote()).hash)
      }),
    )
    const answers = await Promise.all(buyers.map((buyer, index) => send(buyer, requests[index]!)))
    expect(codes(answers)).toEqual([...Array(3).fill('ok'), ...Array(7).fill('price-changed')])
    for (const { status, body } of answers) {
      expect(status === 200 ? body.total : body.after).toEqual(rub(status === 200 ? 67000 : 135000))
    }
    expect(shop.faults).toEqual([])
    expect(await audit(shop)).toEqual([])
  })

  test('M3: a code for a single use is used once, on however many devices, and again after that order is cancelled', async () => {
    const shop = await open([{ ...third, limitPerBuyer: 1 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const { hash } = await buyer.quote()
    const answers = await Promise.all([1, 2, 3].map(() => send(buyer, orderRequest(hash))))
    expect(codes(answers)).toEqual(['cart-empty', 'cart-empty', 'ok'])
    const { body: order } = answers.find(({ status }) => status === 200)!
    await buyer.put('a-v', 1)
    expect((await buyer.give('THIRD')).adjustments).toMatchObject([{ reason: 'used-by-you' }])
    const other = await full(shop)
    await other.give('THIRD')
    expect((await other.placed()).discount).toEqual(rub(33000))
    await Promise.all([1, 2].map(() => buyer.request('POST', `/orders/${order.id}/cancel`, {})))
    expect(await buyer.give('THIRD')).toMatchObject({ promoCodes: ['THIRD'] })
    expect((await buyer.placed()).promos).toMatchObject([{ code: 'THIRD' }])
    expect(await audit(shop)).toEqual([])
  })

  test('an order that expires unpaid gives its code back once', async () => {
    const config = { promotions: [{ ...third, limit: 1 }] }
    const shop = await openShop(database(), { products: [product('mug', 5)] }, config)
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    await buyer.give('THIRD')
    await buyer.placed({ paymentMethod: 'card' })
    const other = await shop.buyer()
    await other.put('mug-v', 1)
    expect((await other.give('THIRD')).adjustments).toMatchObject([{ reason: 'used-up' }])
    shop.clock.advance(61 * minute)
    await Promise.all([shop.server.sweep(), shop.server.sweep()])
    const back = await shop.buyer(other.id)
    expect((await back.give('THIRD')).promoCodes).toEqual(['THIRD'])
    expect((await back.placed()).promos).toHaveLength(1)
    expect(await audit(shop)).toEqual([])
  })

  test('M4 medusa#15360: codes that are given at the same moment are one discount, not two', async () => {
    const five: Promotion = { code: 'FIVE', kind: 'percent', percent: 5 }
    const shop = await open([third, five])
    const buyer = await full(shop)
    await Promise.all(['THIRD', 'FIVE', 'third', 'five'].map((code) => buyer.give(code)))
    const quote = await buyer.quote()
    expect(quote.promos).toHaveLength(1)
    expect(quote.discount).toEqual(quote.promos[0]?.amount)
    const { promoCodes } = await buyer.cart()
    expect(promoCodes).toEqual(quote.promos.map(({ code }) => code))
    await buyer.placed()
    expect(await audit(shop)).toEqual([])
  })

  test('C6 hydrogen#3378: a code that makes way for another one is told', async () => {
    const shop = await open([third, { code: 'FIVE', kind: 'percent', percent: 5 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const { promoCodes, adjustments } = await buyer.give('FIVE')
    expect(promoCodes).toEqual(['FIVE'])
    expect(adjustments).toMatchObject([{ code: 'promo-dropped', promoCode: 'THIRD', reason: 'replaced' }])
  })

  test('C1: a code that is given while goods are added loses neither', async () => {
    const shop = await open([third])
    const buyer = await full(shop)
    await Promise.all([buyer.put('a-v', 1), buyer.give('THIRD'), buyer.put('b-v', 1), buyer.give('nothing')])
    expect(await buyer.cart()).toMatchObject({
      promoCodes: ['THIRD'],
      lines: [{ quantity: 3 }, { quantity: 2 }],
    })
  })

  test('D7: a repeated order uses its code once', async () => {
    const shop = await open([{ ...third, limit: 5 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const request = orderRequest((await buyer.quote()).hash)
    const answers = await Promise.all([1, 2, 3].map(() => send(buyer, request)))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await audit(shop)).toEqual([])
  })

  test('S4: an order that fails at its last step has used no code', async () => {
    const shop = await open([{ ...third, limit: 1 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const request = orderRequest((await buyer.quote()).hash)
    const emptied = { id: 'b-v', sku: 'b', price: rub(33334), stock: 0, options: {} }
    await shop.save(product('b', 0, { variants: [emptied] }))
    expect((await send(buyer, request)).body.code).toBe('sold-out')
    expect(await audit(shop)).toEqual([])
    await shop.save(priced('b', 33334))
    expect((await send(buyer, request)).status).toBe(200)
    expect(await audit(shop)).toEqual([])
  })

  test('a code with a minimum stays in the cart and says how much is missing until it is there', async () => {
    const shop = await open([{ ...third, minimum: rub(60000) }])
    const buyer = await shop.buyer()
    await buyer.put('a-v', 1)
    expect(await buyer.give('THIRD')).toMatchObject({ promoCodes: ['THIRD'], adjustments: [] })
    const figures = { minimum: rub(60000), missing: rub(26667) }
    const below = await buyer.quote()
    expect(below).toMatchObject({ promos: [], adjustments: [{ reason: 'minimum-not-met', ...figures }] })
    expect((await buyer.quote()).adjustments).toEqual(below.adjustments)
    await buyer.put('a-v', 1)
    expect(await buyer.quote()).toMatchObject({ promos: [{ code: 'THIRD' }], adjustments: [] })
  })

  test('an order below the shop’s minimum is refused with what is missing; a discount does not count against it', async () => {
    const shop = await open([third], { minimumOrder: rub(60000) })
    const buyer = await shop.buyer()
    await buyer.put('a-v', 1)
    const figures = { minimum: rub(60000), missing: rub(26667) }
    expect((await buyer.quote()).adjustments).toMatchObject([{ code: 'minimum-not-met', ...figures }])
    expect(await buyer.order()).toMatchObject({ status: 409, body: { code: 'minimum-not-met', ...figures } })
    expect((await buyer.cart()).lines).toHaveLength(1)
    await buyer.put('a-v', 1)
    await buyer.give('THIRD')
    expect((await buyer.placed()).discount).toEqual(rub(22000))
  })

  test('tells the VAT in each line and in the delivery, after the discount', async () => {
    const products = [
      priced('own', 12200),
      priced('book', 11000, { vatRate: 10 }),
      priced('none', 10000, { vatRate: null }),
    ]
    const shop = await openShop(database(), { products }, { vatRate: 22, promotions: [third] })
    const buyer = await shop.buyer()
    for (const { id } of products) await buyer.put(`${id}-v`, 1)
    const quote = v.parse(quoteSchema, await buyer.quote())
    expect(quote.lines.map(({ vat }) => vat)).toEqual([
      { rate: 22, amount: rub(2200) },
      { rate: 10, amount: rub(1000) },
      undefined,
    ])
    expect(quote).toMatchObject({ deliveryVat: { rate: 22, amount: rub(6311) }, vat: rub(9511) })
    await buyer.give('THIRD')
    const order = await buyer.placed()
    // 12 200 − 4 026 and 11 000 − 3 630, with 22 and 10 parts in 122 and 110 of them.
    expect(order).toMatchObject({
      lines: [{ vat: { rate: 22, amount: rub(1474) } }, { vat: { rate: 10, amount: rub(670) } }, {}],
      vat: rub(1474 + 670 + 6311),
    })
    expect((await buyer.request('GET', `/orders/${order.id}`)).body).toEqual(order)
    expect(await audit(shop)).toEqual([])
  })

  test('a rate of VAT that moves between quote and order is another quote', async () => {
    const shop = await openShop(database(), { products: [priced('a', 12200, { vatRate: 20 })] })
    const buyer = await shop.buyer()
    await buyer.put('a-v', 1)
    const { hash } = await buyer.quote()
    await shop.save(priced('a', 12200, { vatRate: 22 }))
    expect((await send(buyer, orderRequest(hash))).body.code).toBe('price-changed')
  })

  test('the whole of a cancelled order goes back as it was paid, discount and all', async () => {
    const { shop, buyer, order } = await cardOrder(database(), {}, { promotions: [third] })
    expect(order.promos).toEqual([])
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    expect(await audit(shop)).toEqual([])
  })
})
