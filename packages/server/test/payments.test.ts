import { expect, test, vi } from 'vitest'
import { cardOrder, eventually, inboxOf, orderNow, start, submit } from './card-order.ts'
import { onEachDatabase } from './each-database.ts'
import { openShop, product } from './open-shop.ts'

onEachDatabase((database) => {
  test('an approved payment confirms the order', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    expect(order.state).toBe('awaiting-payment')
    const page = await submit(shop, `${payment.url}/approve`)
    expect(await page.text()).toContain('Оплачено')
    await eventually(async () => expect((await inboxOf(database(), shop))[0]?.outcome).toBe('applied'))
    const paid = await orderNow(buyer, order)
    expect(paid).toMatchObject({ state: 'confirmed', payment: { id: payment.id, state: 'paid' } })
    const again = await buyer.request('POST', `/orders/${order.id}/payments`, {})
    expect([again.status, again.body.code]).toEqual([409, 'already-paid'])
  })

  test('a declined payment leaves the order unpaid, to be paid again', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    await submit(shop, `${payment.url}/decline`)
    await eventually(async () =>
      expect(await orderNow(buyer, order)).toMatchObject({
        state: 'awaiting-payment',
        payment: { state: 'failed', reason: 'declined' },
      }),
    )
    const second = await start(buyer, order)
    expect(second.id).not.toBe(payment.id)
    await submit(shop, `${second.url}/approve`)
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
  })

  test.each([
    ['1234', { state: 'paid' }],
    ['0000', { state: 'failed', reason: 'authentication-failed' }],
  ])('3-D Secure with the code %s ends in %j', async (code, ending) => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const page = await shop.server.fetch(new Request(`${payment.url}/3ds`))
    expect(await page.text()).toContain('1234')
    await submit(shop, `${payment.url}/3ds`, { code })
    await eventually(async () => expect((await orderNow(buyer, order)).payment).toMatchObject(ending))
  })

  test('closing the page leaves the payment pending, and the same one is gone on with', async () => {
    const { shop, buyer, order, payment } = await cardOrder(database())
    const closed = await shop.server.fetch(new Request(`${payment.url}/closed`))
    expect(await closed.text()).toContain('можно оплатить позже')
    expect((await orderNow(buyer, order)).payment).toEqual(payment)
    expect(await start(buyer, order)).toEqual(payment)
    await submit(shop, `${payment.url}/approve`)
    await eventually(async () => expect((await orderNow(buyer, order)).state).toBe('confirmed'))
  })

  test('two taps start one attempt', async () => {
    const { buyer, order, payment } = await cardOrder(database())
    const started = await Promise.all(Array.from({ length: 5 }, () => start(buyer, order)))
    expect(new Set(started.map(({ id }) => id))).toEqual(new Set([payment.id]))
  })

  test('does not start a payment for cash', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 1)
    const { id } = await buyer.placed()
    const { status, body } = await buyer.request('POST', `/orders/${id}/payments`, {})
    expect([status, body.code]).toEqual([409, 'not-payable'])
  })

  test('heals a lost notification when the buyer looks', async () => {
    const lost: typeof fetch = async () => Promise.reject(new TypeError('fetch failed'))
    const { shop, buyer, order, payment } = await cardOrder(database(), { fetch: lost })
    await submit(shop, `${payment.url}/approve`)
    expect(await inboxOf(database(), shop)).toHaveLength(0)
    expect(await orderNow(buyer, order)).toMatchObject({ state: 'confirmed', payment: { state: 'paid' } })
  })

  test('sends a notification again until it is answered', async () => {
    let calls = 0
    const { shop, buyer, order, payment } = await cardOrder(database(), {
      fetch: async (input, init) => {
        calls += 1
        if (calls < 3) return new Response(null, { status: 503 })
        return shop.server.fetch(new Request(input, init))
      },
    })
    await submit(shop, `${payment.url}/approve`)
    await eventually(async () => expect((await inboxOf(database(), shop))[0]?.outcome).toBe('applied'))
    expect(calls).toBe(3)
    expect((await orderNow(buyer, order)).state).toBe('confirmed')
  })

  test('asks the acquirer at most every three seconds', async () => {
    const asked = vi.fn()
    const { shop, buyer, order } = await cardOrder(database(), {
      provider: {
        name: 'counting',
        create: async () => ({ ok: true, value: { url: 'https://pay.example/1' } }),
        get: async () => {
          asked()
          return { ok: false, error: { code: 'unavailable', reason: 'down' } }
        },
        parseNotification: async () => ({ ok: false, error: { code: 'forged' } }),
      },
    })
    for (let times = 0; times < 5; times++) await orderNow(buyer, order)
    expect(asked).toHaveBeenCalledTimes(1)
    shop.clock.advance(3_001)
    expect((await orderNow(buyer, order)).payment?.state).toBe('pending')
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('goes on with the same attempt when the acquirer did not answer at first', async () => {
    const ids: string[] = []
    const shop = await openShop(database(), {
      products: [product('mug')],
      provider: {
        name: 'late',
        create: async ({ paymentId }) => {
          ids.push(paymentId)
          return ids.length > 1
            ? { ok: true, value: { url: 'https://pay.example/1' } }
            : { ok: false, error: { code: 'unavailable', reason: 'down' } }
        },
        get: async () => ({ ok: false, error: { code: 'not-found' } }),
        parseNotification: async () => ({ ok: false, error: { code: 'forged' } }),
      },
    })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 1)
    const order = await buyer.placed({ paymentMethod: 'card' })
    const first = await buyer.request('POST', `/orders/${order.id}/payments`, {})
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await orderNow(buyer, order)).payment).toBeNull()
    expect((await start(buyer, order)).id).toBe(ids[0])
    expect(new Set(ids).size).toBe(1)
  })

  test('the payment page is in the language of the browser and escapes what it shows', async () => {
    const { shop, payment } = await cardOrder(database())
    const english = await shop.server.fetch(
      new Request(payment.url, { headers: { 'accept-language': 'en-GB,en;q=0.9,ru;q=0.8' } }),
    )
    const text = await english.text()
    expect(english.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const name of ['Pay', 'Decline', '3-D Secure', 'Close']) expect(text).toContain(`>${name}</button>`)
    expect(text).not.toContain('<script')
    await database()
      .kysely.updateTable('acquirer_payments')
      .set({ shop_name: '<img src=x onerror=alert(1)>' })
      .where('payment_id', '=', payment.id)
      .execute()
    const russian = await (await shop.server.fetch(new Request(payment.url))).text()
    expect(russian).toContain('&lt;img src=x')
    for (const name of ['Оплатить', 'Отклонить', 'Закрыть']) expect(russian).toContain(`>${name}</button>`)
  })
})
