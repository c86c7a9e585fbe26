import { expect, test, vi } from 'vitest'
import { type AcquirerHabit, auditShop, type PaymentProvider, type PaymentToReview } from '../src/index.ts'
import { cardOrder, eventually, inboxOf, orderNow, paymentRows, settled, submit } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product, rub } from './open-shop.ts'

const hour = 3_600_000
const unavailable = { ok: false, error: { code: 'unavailable', reason: 'down' } } as const

/** An acquirer that answers as it is told and counts how often it is asked. */
function provider(get: PaymentProvider['get']) {
  const asked = vi.fn(get)
  const acquirer: PaymentProvider = {
    name: 'told',
    create: async () => ({ ok: true, value: { url: 'https://pay.example/1' } }),
    get: asked,
    parseNotification: async () => ({ ok: false, error: { code: 'forged' } }),
  }
  return { acquirer, asked }
}

onEachDatabase((database) => {
  const withHabits = (...habits: AcquirerHabit[]) => cardOrder(database(), { acquirerHabits: () => habits })

  test('a payment whose notification never comes is found without a visit', async () => {
    const { shop, payment } = await withHabits('never')
    await submit(shop, `${payment.url}/approve`)
    await shop.server.sweep()
    expect(await paymentRows(database(), shop)).toMatchObject([{ state: 'pending' }])
    shop.clock.advance(30_000)
    await shop.server.sweep()
    expect(await paymentRows(database(), shop)).toMatchObject([{ state: 'paid' }])
    expect(await inboxOf(database(), shop)).toEqual([])
    expect(await auditShop(database(), shop.shop.id)).toEqual([])
  })

  test.each<[AcquirerHabit, string]>([
    ['late', 'paid'],
    ['twice', 'paid'],
    ['out-of-order', 'paid'],
    ['error-after-success', 'paid'],
    ['never', 'paid'],
    ['forged', 'paid'],
    ['wrong-amount', 'pending'],
  ])('an acquirer with the habit %s leaves the payment %s', async (habit, state) => {
    const { shop, buyer, order, payment } = await withHabits(habit)
    await submit(shop, `${payment.url}/approve`)
    if (habit === 'late') expect((await paymentRows(database(), shop))[0]?.state).toBe('pending')
    if (habit !== 'never' && habit !== 'forged') await settled(database(), shop)
    shop.clock.advance(30_000)
    await shop.server.sweep()
    const paid = state === 'paid'
    expect(await paymentRows(database(), shop)).toMatchObject([{ state, review: paid ? null : 'mismatch' }])
    expect((await orderNow(buyer, order)).state).toBe(paid ? 'confirmed' : 'awaiting-payment')
    expect(shop.faults).toEqual([])
    if (paid) expect(await auditShop(database(), shop.shop.id)).toEqual([])
  })

  test('a refund whose answer is lost is made once', async () => {
    const { shop, buyer, order, payment } = await withHabits('error-after-success')
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).refund).toEqual({ state: 'done', amount: rub(164000) })
    expect(await auditShop(database(), shop.shop.id)).toEqual([])
  })

  test.each<[string, PaymentProvider['get']]>([
    ['hangs', () => new Promise(() => {})],
    ['throws', () => Promise.reject(new Error('socket hang up'))],
  ])('an acquirer that %s is one that is not there now', async (_, get) => {
    const { acquirer, asked } = provider(get)
    const { shop } = await cardOrder(database(), { provider: acquirer })
    shop.clock.advance(30_000)
    await shop.server.sweep()
    expect(asked).toHaveBeenCalledTimes(1)
    expect(await paymentRows(database(), shop)).toMatchObject([{ state: 'pending', checks: 1 }])
    expect(shop.faults).toEqual([])
  })

  test('tells once of a payment that waits for a person', async () => {
    const reviewed: PaymentToReview[] = []
    const { shop, order, payment } = await cardOrder(database(), {
      acquirerHabits: () => ['wrong-amount'],
      onReview: (found) => reviewed.push(found),
    })
    await submit(shop, `${payment.url}/approve`)
    await settled(database(), shop)
    for (let turn = 0; turn < 3; turn++) await shop.server.sweep()
    const about = { orderId: order.id, orderNumber: order.number, paymentId: payment.id }
    expect(reviewed).toEqual([{ shopId: shop.shop.id, ...about, why: 'mismatch' }])
  })

  test('tells of money that should go back and does not', async () => {
    const reviewed: PaymentToReview[] = []
    const acquirer: PaymentProvider = {
      ...provider(async () => ({
        ok: true,
        value: { state: 'paid', orderId: order.id, amount: rub(164000) },
      })).acquirer,
      refund: async () => unavailable,
    }
    const options = { provider: acquirer, onReview: (found: PaymentToReview) => reviewed.push(found) }
    const { shop, buyer, order } = await cardOrder(database(), options)
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    for (let turn = 0; turn < 7; turn++) {
      shop.clock.advance(hour)
      await shop.server.sweep()
    }
    expect(reviewed).toMatchObject([{ orderNumber: order.number, why: 'paid-after-cancel' }])
  })

  test('more unpaid orders than are taken at once expire in one turn', async () => {
    const shop = await openShop(database(), { products: [product('mug', 45)] })
    const buyer = await shop.buyer()
    for (let count = 0; count < 45; count++) {
      await buyer.put('mug-v', 1)
      await buyer.placed({ paymentMethod: 'card' })
    }
    shop.clock.advance(2 * hour)
    await Promise.all([shop.server.sweep(), shop.server.sweep()])
    const { kysely } = database()
    const states = kysely.selectFrom('orders').select('state').where('shop_id', '=', shop.shop.id)
    expect(new Set((await states.execute()).map(({ state }) => state))).toEqual(new Set(['cancelled']))
    const initialStock = { 'mug-v': 45 }
    expect(await auditShop(database(), shop.shop.id, { initialStock })).toEqual([])
  }, 20_000)

  test('asks less and less often, up to once an hour', async () => {
    const { acquirer, asked } = provider(async () => unavailable)
    const { shop } = await cardOrder(database(), { provider: acquirer }, { unpaidMinutes: 10_000 })
    const times: number[] = []
    for (let minute = 0; minute < 6 * 60; minute += 1) {
      shop.clock.advance(60_000)
      await shop.server.sweep()
      if (asked.mock.calls.length > times.length) times.push(minute + 1)
    }
    expect(times.length).toBeLessThan(14)
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0))
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(Math.max(...pauses)).toBe(60)
  })

  test('two servers ask about a payment once', async () => {
    const { acquirer, asked } = provider(async () => unavailable)
    const { shop } = await cardOrder(database(), { provider: acquirer })
    shop.clock.advance(30_000)
    await Promise.all([shop.server.sweep(), shop.server.sweep(), shop.server.sweep()])
    expect(asked).toHaveBeenCalledTimes(1)
  })

  test('an order waits while the acquirer does not answer, and expires when it says no', async () => {
    let down = true
    const { acquirer } = provider(async () =>
      down ? unavailable : { ok: false, error: { code: 'not-found' } },
    )
    const { shop, buyer, order } = await cardOrder(database(), { provider: acquirer })
    shop.clock.advance(2 * hour)
    await shop.server.sweep()
    const returned = await shop.buyer(buyer.id)
    expect((await orderNow(returned, order)).state).toBe('awaiting-payment')
    down = false
    await shop.server.sweep()
    expect((await orderNow(returned, order)).state).toBe('cancelled')
  })

  test('an attempt that the acquirer never heard of ends after an hour', async () => {
    const { acquirer } = provider(async () => ({ ok: false, error: { code: 'not-found' } }))
    const { shop } = await cardOrder(database(), { provider: acquirer }, { unpaidMinutes: 10_000 })
    shop.clock.advance(hour + 1000)
    await shop.server.sweep()
    expect(await paymentRows(database(), shop)).toMatchObject([{ state: 'failed', reason: 'expired' }])
  })

  test('without a way to send it back, money that is due waits for what the acquirer says', async () => {
    let state: 'paid' | 'refunded' = 'paid'
    const { acquirer } = provider(async () => ({
      ok: true,
      value: { state, orderId: order.id, amount: rub(164000) },
    }))
    const { shop, buyer, order } = await cardOrder(database(), { provider: acquirer })
    await buyer.request('POST', `/orders/${order.id}/cancel`, {})
    shop.clock.advance(30_000)
    await shop.server.sweep()
    expect((await orderNow(buyer, order)).refund?.state).toBe('due')
    state = 'refunded'
    shop.clock.advance(60_000)
    await shop.server.sweep()
    await eventually(async () => expect((await orderNow(buyer, order)).refund?.state).toBe('done'))
  })
})
