import { expect, test } from 'vitest'
import { cardOrder, eventually, inboxOf, notify, orderNow } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { acquirerSecret } from './open-shop.ts'

onEachDatabase((database) => {
  test('keeps a notification that comes again once', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const event = { event: 'evt_1' }
    expect(await notify(shop, payment, { state: 'paid' }, event)).toBe(200)
    expect(await notify(shop, payment, { state: 'paid' }, event)).toBe(200)
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
    expect(await inboxOf(database(), shop)).toHaveLength(1)
  })

  test('a payment that nobody knows is told of once, after three days', async () => {
    const errors: unknown[] = []
    const { shop, payment } = await cardOrder(database(), { onError: (error) => errors.push(error) })
    await notify(shop, { ...payment, id: 'nobodys' }, { state: 'paid' }, { event: 'evt_lost' })
    await eventually(async () => expect(await inboxOf(database(), shop)).toHaveLength(1))
    await shop.server.sweep()
    expect(errors).toEqual([])
    shop.clock.advance(3 * 24 * 3_600_000)
    await shop.server.sweep()
    await shop.server.sweep()
    expect(errors.map(String)).toEqual([expect.stringMatching(/nobodys.*paid.*evt_lost/)])
    expect((await inboxOf(database(), shop))[0]?.outcome).toBe('unknown')
  })

  test('many that nobody knows keep no other one waiting', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    for (let at = 0; at < 120; at += 1) {
      await notify(shop, { ...payment, id: `nobodys-${at}` }, { state: 'paid' })
    }
    await notify(shop, payment, { state: 'paid' })
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
  })

  test.each([
    ['another secret', { secret: 'whsec_YW5vdGhlciBzZWNyZXQ=' }],
    ['an altered body', { altered: true }],
    ['an age of six minutes', { age: 360 }],
    ['a time six minutes ahead', { age: -360 }],
  ])('refuses a notification with %s', async (_, how) => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    expect(await notify(shop, payment, { state: 'paid' }, how)).toBe(401)
    expect(await inboxOf(database(), shop)).toHaveLength(0)
    expect((await orderNow(buyer, order)).state).toBe('awaiting-payment')
  })

  test('believes what is signed with the secret that is being replaced', async () => {
    const secret = [`whsec_${'bmV3'.repeat(12)}`, acquirerSecret]
    const { shop, buyer, order, payment } = await cardOrder(database(), { acquirerSecret: secret })
    expect(await notify(shop, payment, { state: 'paid' })).toBe(200)
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
    expect(await notify(shop, payment, { state: 'paid' }, { secret: secret[0] ?? '' })).toBe(200)
  })

  test('a late "failed" does not take a paid order back', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await notify(shop, payment, { state: 'paid' })
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
    await notify(shop, payment, { state: 'failed', reason: 'expired' })
    await eventually(async () =>
      expect((await inboxOf(database(), shop)).map(({ outcome }) => outcome).sort()).toEqual([
        'applied',
        'ignored',
      ]),
    )
    expect(await orderNow(buyer, order)).toMatchObject({ state: 'confirmed', payment: { state: 'paid' } })
  })

  test.each([
    ['another amount', { amount: { amount: 1, currency: 'RUB' } }],
    ['another currency', { amount: { amount: 164000, currency: 'USD' } }],
    ['another order', { orderId: 'another' }],
  ])('does not believe a payment of %s', async (_, wrong) => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    expect(await notify(shop, payment, { state: 'paid', ...wrong })).toBe(200)
    await eventually(async () => expect((await inboxOf(database(), shop))[0]?.outcome).toBe('mismatch'))
    expect((await orderNow(buyer, order)).state).toBe('awaiting-payment')
  })

  test('keeps a notification about a payment that is not there', async () => {
    const { shop, payment } = await cardOrder(database())
    expect(await notify(shop, { ...payment, id: 'not-yet' }, { state: 'paid' })).toBe(200)
    await shop.server.close()
    expect(await inboxOf(database(), shop)).toMatchObject([{ payment_id: 'not-yet', outcome: null }])
  })
})
