/** A guest's order by a link with a secret: that order, and nothing else. */
import { routes } from '@vitrina/api'
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { type Buyer, openShop, product, type TestShop } from './open-shop.ts'

const day = 24 * 3_600_000

async function guestWithOrder(shop: TestShop) {
  const guest = await shop.guest()
  await guest.put('mug-v', 1)
  const order = await guest.placed({ paymentMethod: 'card' })
  return { guest, order }
}

const linkTo = async (buyer: Buyer, { id }: { id: string }) =>
  (await buyer.request('POST', `/orders/${id}/link`, {})).body.text as string

onEachDatabase((database) => {
  const open = () => openShop(database(), { products: [product('mug', 9)] })

  test('whoever has the link sees the order, pays it and cancels it', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const friend = await shop.buyer('friend', { orderLink: await linkTo(guest, order) })
    const path = `/orders/${order.id}`
    expect((await friend.request('GET', path)).body).toMatchObject({ id: order.id, number: order.number })
    const payment = await friend.request('POST', `${path}/payments`, {})
    expect(payment.body).toMatchObject({ state: 'pending', orderId: order.id })
    const cancelled = await friend.request('POST', `${path}/cancel`, {})
    expect(cancelled.body).toMatchObject({ id: order.id, state: 'cancelled' })
    expect((await guest.request('GET', path)).body.state).toBe('cancelled')
  })

  test('the link opens no other order of the guest, no list, and makes no further links', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    await guest.put('mug-v', 1)
    const other = await guest.placed({ paymentMethod: 'card' })
    const friend = await shop.buyer('friend', { orderLink: await linkTo(guest, order) })
    for (const [method, path] of [
      ['GET', `/orders/${other.id}`],
      ['POST', `/orders/${other.id}/cancel`],
      ['POST', `/orders/${other.id}/payments`],
      ['POST', `/orders/${order.id}/link`],
    ] as const) {
      const { status } = await friend.request(method, path, method === 'POST' ? {} : undefined)
      expect([path, status]).toEqual([path, 404])
    }
    expect((await friend.request('GET', '/orders')).body.orders).toEqual([])
    expect((await friend.request('GET', `/orders?checkout=${order.checkoutId}`)).body.orders).toEqual([])
    expect((await friend.cart()).lines).toEqual([])
    expect((await guest.request('GET', `/orders/${other.id}`)).body.state).toBe('awaiting-payment')
  })

  test('the friend’s own cart and orders are the friend’s', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const friend = await shop.buyer('friend', { orderLink: await linkTo(guest, order) })
    await friend.put('mug-v', 1)
    const own = await friend.placed()
    expect((await friend.request('GET', '/orders')).body.orders).toMatchObject([{ id: own.id }])
    expect((await guest.request('GET', `/orders/${own.id}`)).status).toBe(404)
  })

  test('a link that is changed, made up, or of another shop opens nothing and keeps nobody out', async () => {
    const [shop, elsewhere] = [await open(), await open()]
    const { guest, order } = await guestWithOrder(shop)
    const link = await linkTo(guest, order)
    const secret = link.slice(order.id.length + 1)
    expect(secret).toMatch(/^[\w-]{43}$/)
    const flipped = `${link.slice(0, -2)}${link.at(-2) === 'A' ? 'B' : 'A'}${link.at(-1)}`
    for (const orderLink of [
      flipped,
      order.id,
      `${order.id}.`,
      `.${secret}`,
      secret,
      `${link}=`,
      '%00',
      '',
    ]) {
      const stranger = await shop.buyer('stranger', { orderLink })
      expect([orderLink, (await stranger.request('GET', `/orders/${order.id}`)).status]).toEqual([
        orderLink,
        404,
      ])
    }
    const there = await elsewhere.buyer('stranger', { orderLink: link })
    expect((await there.request('GET', `/orders/${order.id}`)).status).toBe(404)
  })

  test('the secret is nowhere in the data base', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const secret = (await linkTo(guest, order)).slice(order.id.length + 1)
    const rows = await database()
      .kysely.selectFrom('order_links')
      .selectAll()
      .where('order_id', '=', order.id)
      .execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('five links are good at once, and each for ninety days', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const links: string[] = []
    for (let index = 0; index < 6; index++) {
      links.push(await linkTo(guest, order))
      shop.clock.advance(1)
    }
    expect(new Set(links).size).toBe(6)
    const opens = async (orderLink: string | undefined) =>
      (await (await shop.buyer('friend', { orderLink })).request('GET', `/orders/${order.id}`)).status
    expect([await opens(links[0]), await opens(links[1]), await opens(links[5])]).toEqual([404, 200, 200])
    const opened = await shop.buyer('friend', { orderLink: links[5] })
    shop.clock.advance(90 * day - 60_000)
    expect(await opens(links[5])).toBe(200)
    shop.clock.advance(60_001)
    expect(await opens(links[5])).toBe(404)
    expect((await opened.request('GET', `/orders/${order.id}`)).status).not.toBe(200)
    await shop.server.sweep()
    expect(shop.faults).toEqual([])
    const left = await database()
      .kysely.selectFrom('order_links')
      .selectAll()
      .where('order_id', '=', order.id)
      .execute()
    expect(left).toEqual([])
  })

  test('it goes on opening the order when the guest has become a buyer, also in a page that was open', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const orderLink = await linkTo(guest, order)
    const friend = await shop.buyer('friend', { orderLink })
    await shop.buyer('anna', { guest: { scheme: 'guest', value: guest.id } })
    expect((await friend.request('GET', `/orders/${order.id}`)).body.id).toBe(order.id)
    expect(
      (await (await shop.buyer('other', { orderLink })).request('GET', `/orders/${order.id}`)).status,
    ).toBe(200)
  })

  test('a token that renews itself keeps what the link has opened', async () => {
    const shop = await open()
    const { guest, order } = await guestWithOrder(shop)
    const friend = await shop.buyer('friend', { orderLink: await linkTo(guest, order) })
    shop.clock.advance(20 * 60_000)
    const proof = { scheme: 'session', value: friend.token }
    const { token } = (await friend.request('POST', '/session', proof)).body
    const answer = await friend.request('GET', `/orders/${order.id}`, undefined, {
      authorization: `Bearer ${token}`,
    })
    expect(answer.status).toBe(200)
  })

  test('just the routes of one order are open to a link', () => {
    const opened = Object.entries(routes).flatMap(([name, route]) => ('link' in route ? name : []))
    expect(opened).toEqual(['order', 'cancelOrder', 'startPayment'])
  })
})
