/** Codes, VAT and minimum: what is charged is what was told. */
import { orderSchema, quoteSchema } from '@vitrina/api/schemas'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { notify, orderNow, settled, start } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, orderRequest, product, promo, rub } from './open-shop.ts'
import { audit, free, full, minute, priced, promoShop, send, third } from './promo-shop.ts'

onEachDatabase((database) => {
  test('splits a discount to the minor unit and keeps it in the order as it was', async () => {
    const shop = await promoShop(database(), [third])
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
    expect(await audit(database(), shop)).toEqual([])
  })

  test('free delivery is seen in the delivery, and goes along with a discount', async () => {
    const shop = await promoShop(database(), [third, free])
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
    expect(await audit(database(), shop)).toEqual([])
  })

  test('a fixed discount leaves no line below nothing, and an order of nothing is not paid by card', async () => {
    const shop = await promoShop(database(), [{ code: 'GIFT', kind: 'fixed', amount: rub(999999) }, free])
    const buyer = await full(shop)
    await buyer.give('GIFT')
    await buyer.give('FREE')
    const quote = await buyer.quote()
    expect(quote).toMatchObject({ discount: rub(100000), total: rub(0), paymentMethods: ['cash'] })
    const refused = await buyer.order({ paymentMethod: 'card' })
    expect(refused.body).toMatchObject({ code: 'invalid', issues: [{ path: 'paymentMethod' }] })
    expect(await buyer.placed()).toMatchObject({ total: rub(0), state: 'confirmed' })
    expect(await audit(database(), shop)).toEqual([])
  })

  test('tells an unknown code at once and again until it is known, and takes it back when the code is good', async () => {
    const shop = await promoShop(database(), [
      { ...third, from: new Date(Date.now() + 10 * minute).toISOString() },
    ])
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
    const shop = await promoShop(database(), [third])
    const buyer = await full(shop)
    const operations = [promo('apply-promo', 'third', 'one')]
    const give = () => buyer.request('POST', '/cart', { cartId: null, since: 0, operations })
    const answers = await Promise.all([give(), give(), give()])
    expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(1)
    const remove = [promo('remove-promo', 'THIRD')]
    await buyer.request('POST', '/cart', { cartId: null, since: 0, operations: remove })
    expect((await give()).body).toMatchObject({ promoCodes: [], applied: ['one'] })
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
    expect(await audit(database(), shop)).toEqual([])
  })

  test('a code with a minimum stays in the cart and says how much is missing until it is there', async () => {
    const shop = await promoShop(database(), [{ ...third, minimum: rub(60000) }])
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
    const shop = await promoShop(database(), [third], { minimumOrder: rub(60000) })
    const buyer = await shop.buyer()
    const { terms } = await buyer.put('a-v', 1)
    expect(terms).toMatchObject({ minimum: rub(60000), deliveryFrom: { currency: 'RUB' } })
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
    expect(await audit(database(), shop)).toEqual([])
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
    const shop = await promoShop(database(), [third])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const order = await buyer.placed({ paymentMethod: 'card' })
    const payment = await start(buyer, order)
    expect(await notify(shop, payment, { state: 'paid', amount: rub(102000) })).toBe(200)
    await settled(database(), shop)
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    expect(await orderNow(buyer, order)).toMatchObject({
      state: 'cancelled',
      discount: rub(33000),
      refund: { amount: rub(102000) },
    })
    expect(await audit(database(), shop)).toEqual([])
  })
})
