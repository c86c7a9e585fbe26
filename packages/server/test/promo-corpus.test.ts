/** Bugs that other shops had with promo codes, by the thread that tells of them: they must not happen here. */
import type { Promotion } from '@vitrina/core'
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { type Answer, orderRequest, product, rub, type TestShop } from './open-shop.ts'
import { audit, free, full, minute, priced, promoShop, send, third } from './promo-shop.ts'

const codes = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status === 200 ? 'ok' : body.code)).sort()

onEachDatabase((database) => {
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
      const shop = await promoShop(database(), [{ ...third, until, limit: 1 }])
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
        body: { orders: [{ total: rub(135000) }] },
      })
      expect(await audit(database(), shop)).toEqual([])
    },
  )

  test('M3 saleor#544, #15855, vendure#4660, nopCommerce#6487, shopper#510, medusa#13760: a code for three is used by three', async () => {
    const shop = await promoShop(database(), [
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
      expect(status === 200 ? body.orders[0].total : body.after).toEqual(rub(status === 200 ? 67000 : 135000))
    }
    expect(shop.faults).toEqual([])
    expect(await audit(database(), shop)).toEqual([])
  })

  test('M3: a code for a single use is used once, on however many devices, and again after that order is cancelled', async () => {
    const shop = await promoShop(database(), [{ ...third, limitPerBuyer: 1 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const { hash } = await buyer.quote()
    const answers = await Promise.all([1, 2, 3].map(() => send(buyer, orderRequest(hash))))
    expect(codes(answers)).toEqual(['cart-empty', 'cart-empty', 'ok'])
    const [order] = answers.find(({ status }) => status === 200)!.body.orders
    await buyer.put('a-v', 1)
    expect((await buyer.give('THIRD')).adjustments).toMatchObject([{ reason: 'used-by-you' }])
    const other = await full(shop)
    await other.give('THIRD')
    expect((await other.placed()).discount).toEqual(rub(33000))
    await Promise.all([1, 2].map(() => buyer.request('POST', `/orders/${order.id}/cancel`, {})))
    expect(await buyer.give('THIRD')).toMatchObject({ promoCodes: ['THIRD'] })
    expect((await buyer.placed()).promos).toMatchObject([{ code: 'THIRD' }])
    expect(await audit(database(), shop)).toEqual([])
  })

  test('M4 medusa#15360: codes that are given at the same moment are one discount, not two', async () => {
    const five: Promotion = { code: 'FIVE', kind: 'percent', percent: 5 }
    const shop = await promoShop(database(), [third, five])
    const buyer = await full(shop)
    await Promise.all(['THIRD', 'FIVE', 'third', 'five'].map((code) => buyer.give(code)))
    const quote = await buyer.quote()
    expect(quote.promos).toHaveLength(1)
    expect(quote.discount).toEqual(quote.promos[0]?.amount)
    const { promoCodes } = await buyer.cart()
    expect(promoCodes).toEqual(quote.promos.map(({ code }) => code))
    await buyer.placed()
    expect(await audit(database(), shop)).toEqual([])
  })

  test('C6 hydrogen#3378: a code that makes way for another one is told', async () => {
    const shop = await promoShop(database(), [third, { code: 'FIVE', kind: 'percent', percent: 5 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const { promoCodes, adjustments } = await buyer.give('FIVE')
    expect(promoCodes).toEqual(['FIVE'])
    expect(adjustments).toMatchObject([{ code: 'promo-dropped', promoCode: 'THIRD', reason: 'replaced' }])
  })

  test('C1: a code that is given while goods are added loses neither', async () => {
    const shop = await promoShop(database(), [third])
    const buyer = await full(shop)
    await Promise.all([buyer.put('a-v', 1), buyer.give('THIRD'), buyer.put('b-v', 1), buyer.give('nothing')])
    expect(await buyer.cart()).toMatchObject({
      promoCodes: ['THIRD'],
      lines: [{ quantity: 3 }, { quantity: 2 }],
    })
  })

  test('D7: a repeated order uses its code once', async () => {
    const shop = await promoShop(database(), [{ ...third, limit: 5 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const request = orderRequest((await buyer.quote()).hash)
    const answers = await Promise.all([1, 2, 3].map(() => send(buyer, request)))
    expect(new Set(answers.map(({ body }) => body.orders[0].id)).size).toBe(1)
    expect(await audit(database(), shop)).toEqual([])
  })

  test('S4: an order that fails at its last step has used no code', async () => {
    const shop = await promoShop(database(), [{ ...third, limit: 1 }])
    const buyer = await full(shop)
    await buyer.give('THIRD')
    const request = orderRequest((await buyer.quote()).hash)
    const emptied = { id: 'b-v', sku: 'b', price: rub(33334), stock: 0, options: {} }
    await shop.save(product('b', 0, { variants: [emptied] }))
    expect((await send(buyer, request)).body.code).toBe('sold-out')
    expect(await audit(database(), shop)).toEqual([])
    await shop.save(priced('b', 33334))
    expect((await send(buyer, request)).status).toBe(200)
    expect(await audit(database(), shop)).toEqual([])
  })
})
