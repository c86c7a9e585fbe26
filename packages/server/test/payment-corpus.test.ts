/** Bugs that other shops had with payments, by the thread that tells of them: they must not happen here. */
import { randomUUID } from 'node:crypto'
import type { Order } from '@vitrina/core'
import { expect, test } from 'vitest'
import { auditShop } from '../src/index.ts'
import { settlePayment } from '../src/payments/settle-payment.ts'
import { cardOrder, inboxOf, notify, orderNow, paymentRows, settled, start, submit } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, rub, type TestShop } from './open-shop.ts'

const hour = 3_600_000
const about = (orderId: string) => ({ orderId, amount: rub(164000) })

onEachDatabase((database) => {
  const audit = (shop: TestShop) => auditShop(database(), shop.shop.id)

  test('P1 medusa#12790, #10949, #4577: the money moved, nobody came back, and there is an order', async () => {
    const { shop, order, payment, buyer } = await cardOrder(database(), { acquirerHabits: () => ['never'] })
    await submit(shop, `${payment.url}/approve`)
    shop.clock.advance(30_000)
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).state).toBe('confirmed')
    expect(await audit(shop)).toEqual([])
  })

  test('P2 vendure#3065, openfoodnetwork#3925: who loses the last piece does not pay for it, or gets it back', async () => {
    const shop = await openShop(database(), { products: [product('mug', 1)] })
    const [one, two] = [await shop.buyer(), await shop.buyer()]
    for (const buyer of [one, two]) await buyer.put('mug-v', 1)
    const order = await one.placed({ paymentMethod: 'card' })
    expect((await two.order({ paymentMethod: 'card' })).body.code).toBe('sold-out')
    const payment = await start(one, order)
    shop.clock.advance(2 * hour)
    await shop.server.sweep()
    const winner = await shop.buyer(two.id)
    expect((await winner.placed()).state).toBe('confirmed')
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    await shop.server.sweep()
    const loser = await orderNow(await shop.buyer(one.id), order)
    expect(loser).toMatchObject({ state: 'cancelled', refund: { state: 'done', amount: order.total } })
    expect(await auditShop(database(), shop.shop.id, { initialStock: { 'mug-v': 1 } })).toEqual([])
  })

  test('P3 statamic-cargo#190, #191: a notification before its payment is kept until that is there', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const later = randomUUID()
    expect(await notify(shop, { ...payment, id: later }, { state: 'paid' })).toBe(200)
    await shop.server.sweep()
    expect(await inboxOf(database(), shop)).toMatchObject([{ outcome: null }])
    const { kysely } = database()
    await kysely.updateTable('payments').set({ id: later }).where('id', '=', payment.id).execute()
    await shop.server.sweep()
    expect(await inboxOf(database(), shop)).toMatchObject([{ outcome: 'applied' }])
    expect((await orderNow(buyer, order)).state).toBe('confirmed')
  })

  test('P4 medusa#12481, #14758: a checkout that failed once can still be completed', async () => {
    const shop = await openShop(database(), { products: [product('mug', 1)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const checkoutId = randomUUID()
    await shop.save(product('mug', 0))
    expect((await buyer.order({ checkoutId })).body.code).toBe('sold-out')
    await shop.save(product('mug', 1))
    expect((await buyer.order({ checkoutId, quoteHash: 'old' })).body.code).toBe('price-changed')
    expect((await buyer.order({ checkoutId })).status).toBe(200)
  })

  test('P5 medusa#15930: an intermediate event completes nothing', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await notify(shop, payment, { state: 'pending' })
    await settled(database(), shop)
    expect(await orderNow(buyer, order)).toMatchObject({ state: 'awaiting-payment', payment })
    expect((await inboxOf(database(), shop))[0]?.outcome).toBe('ignored')
  })

  test('P6 stripe_official#78: a late "failed" of the first attempt leaves the second one paid', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await notify(shop, payment, { state: 'failed', reason: 'declined' })
    await settled(database(), shop)
    const second = await start(buyer, order)
    await notify(shop, second, { state: 'paid' })
    await settled(database(), shop)
    await notify(shop, payment, { state: 'failed', reason: 'expired' })
    await settled(database(), shop)
    const paid = { state: 'confirmed', payment: { id: second.id, state: 'paid' } }
    expect(await orderNow(buyer, order)).toMatchObject(paid)
    expect((await orderNow(buyer, order)).refund).toBeUndefined()
    expect(await audit(shop)).toEqual([])
  })

  test('D5 medusa#13301: what the buyer asks and what the acquirer reports confirm an order once', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database(), { acquirerHabits: () => ['twice'] })
    await Promise.all([
      submit(shop, `${payment.url}/approve`),
      ...Array.from({ length: 5 }, () => orderNow(buyer, order)),
      ...Array.from({ length: 3 }, () => notify(shop, payment, { state: 'paid' })),
    ])
    await settled(database(), shop)
    expect(await movesOf(order)).toMatchObject([{ from_state: 'awaiting-payment', state: 'confirmed' }])
    const outcomes = (await inboxOf(database(), shop)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'applied').length).toBeLessThanOrEqual(1)
    expect(await audit(shop)).toEqual([])
  })

  test('D10 saleor#12652, #11133: an order never has two attempts that wait for money', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await Promise.all([
      ...Array.from({ length: 5 }, () => start(buyer, order).catch(() => undefined)),
      notify(shop, payment, { state: 'failed', reason: 'declined' }),
      ...Array.from({ length: 5 }, () => start(buyer, order).catch(() => undefined)),
    ])
    await settled(database(), shop)
    const pending = (await paymentRows(database(), shop)).filter(({ state }) => state === 'pending')
    expect(pending.length).toBeLessThanOrEqual(1)
    expect((await paymentRows(database(), shop)).length).toBeLessThanOrEqual(2)
    expect(await audit(shop)).toEqual([])
  })

  test('D11 woocommerce-gateway-stripe#3414, #2463, #889, #2536, dokan#2994: what follows a payment happens once', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const event = { event: 'evt_again' }
    await Promise.all([
      notify(shop, payment, { state: 'paid' }, event),
      notify(shop, payment, { state: 'paid' }, event),
      notify(shop, payment, { state: 'paid' }),
      orderNow(buyer, order),
      shop.server.sweep(),
    ])
    await settled(database(), shop)
    const inbox = await inboxOf(database(), shop)
    expect(inbox.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'ignored'])
    expect(await movesOf(order)).toHaveLength(1)
  })

  test('D9 solidus_stripe#44, Adyen-magento#255, adyen-magento2#915: after a refusal a new attempt, never a second charge', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await submit(shop, `${payment.url}/decline`)
    await settled(database(), shop)
    const attempts = await Promise.all(Array.from({ length: 4 }, () => start(buyer, order)))
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(1)
    expect(attempts[0]?.id).not.toBe(payment.id)
    await submit(shop, `${attempts[0]?.url}/approve`)
    await settled(database(), shop)
    await expect(start(buyer, order)).rejects.toThrow()
    expect((await paymentRows(database(), shop)).map(({ state }) => state).sort()).toEqual(['failed', 'paid'])
    expect(await audit(shop)).toEqual([])
  })

  test('in whatever order the events of two attempts come, the books are in order', async () => {
    const shop = await openShop(database())
    const sequences = orders(['1 pending', '1 failed', '1 paid', '2 paid', '2 refunded'])
    const ids = sequences.map(() => randomUUID())
    await writeOrders(shop, ids)
    const play = async (orderId: string, sequence: string[]) => {
      for (const event of sequence) {
        const [attempt, state = ''] = event.split(' ')
        const key = { shopId: shop.shop.id, paymentId: `${orderId}.${attempt}` }
        await settlePayment(database(), key, { ...about(orderId), ...statusOf(state) }, new Date())
      }
    }
    await Promise.all(sequences.map((sequence, index) => play(ids[index] ?? '', sequence)))
    const states = (await paymentRows(database(), shop)).map(({ state }) => state)
    expect(states).toHaveLength(240)
    expect(new Set(states)).toEqual(new Set(['paid', 'refund-due', 'refunded']))
    expect(await audit(shop)).toEqual([])
  }, 30_000)

  async function movesOf({ id }: Order) {
    return database().kysely.selectFrom('order_moves').selectAll().where('order_id', '=', id).execute()
  }

  /** Orders, each with a first attempt that failed by itself and a second one, written down without an acquirer. */
  async function writeOrders({ shop }: TestShop, ids: string[]): Promise<void> {
    const { kysely } = database()
    const json = JSON.stringify({})
    const order = (id: string) => ({
      shop_id: shop.id,
      id,
      buyer_id: 'anna',
      checkout_id: id,
      fingerprint: id,
      number: id,
      state: 'awaiting-payment' as const,
      placed_at: new Date(),
      currency: 'RUB',
      subtotal: 164000,
      delivery_price: 0,
      total: 164000,
      payment_method: 'card' as const,
      contact: json,
      delivery: json,
      delivery_text: '',
      consent_version: '1',
      seller: JSON.stringify({ id: shop.id, name: 'Shop' }),
    })
    const line = { position: 0, variant_id: 'mug-v', title: 'Mug', quantity: 1 }
    const sums = { unit_price: 164000, total: 164000 }
    const attempt = (orderId: string, number: 1 | 2) => ({
      shop_id: shop.id,
      id: `${orderId}.${number}`,
      order_id: orderId,
      provider: 'test',
      state: number === 1 ? ('failed' as const) : ('pending' as const),
      amount: 164000,
      currency: 'RUB',
      created_at: new Date(),
    })
    const lines = ids.map((id) => ({ shop_id: shop.id, order_id: id, ...line, ...sums }))
    const attempts = ids.flatMap((id) => [attempt(id, 1), attempt(id, 2)])
    await kysely.insertInto('orders').values(ids.map(order)).execute()
    await kysely.insertInto('order_lines').values(lines).execute()
    await kysely.insertInto('payments').values(attempts).execute()
  }
})

function statusOf(state: string) {
  if (state === 'failed') return { state, reason: 'expired' } as const
  return { state: state as 'pending' | 'paid' | 'refunded' }
}

function orders<Item>(items: Item[]): Item[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
