/** A guest becomes a buyer: the two carts meet, once, whatever happens on the way. */
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { add, type Buyer, openShop, product, send, type TestShop } from './open-shop.ts'

const asGuest = ({ id }: Buyer) => ({ guest: { scheme: 'guest', value: id } })
const piecesOf = async (buyer: Buyer) =>
  Object.fromEntries((await buyer.cart()).lines.map(({ variantId, quantity }) => [variantId, quantity]))
const wordsOf = async (buyer: Buyer) =>
  (await buyer.request('POST', '/cart', { cartId: null, since: 0, operations: [] })).body.adjustments

onEachDatabase((database) => {
  const open = (config: Partial<TestShop['shop']> = {}) =>
    openShop(database(), { products: [product('mug', 9), product('bowl', 9), product('vase', 9)] }, config)

  async function twoCarts(shop: TestShop) {
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    await anna.put('mug-v', 2)
    await anna.put('bowl-v', 1)
    await guest.put('mug-v', 3)
    await guest.put('vase-v', 1)
    return { anna, guest }
  }

  test('the quantities are added, and the buyer is told', async () => {
    const shop = await open()
    const { anna, guest } = await twoCarts(shop)
    const signedIn = await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(signedIn)).toEqual({ 'mug-v': 5, 'bowl-v': 1, 'vase-v': 1 })
    expect(await wordsOf(signedIn)).toMatchObject([{ code: 'merged', pieces: 4, dropped: 0 }])
    expect(await piecesOf(guest)).toEqual({})
  })

  test('a device that knows the buyer’s cart hears of what changed and no more', async () => {
    const shop = await open()
    const { anna, guest } = await twoCarts(shop)
    const sync = { cartId: null, since: 0, operations: [] }
    const { cartId, revision } = (await anna.request('POST', '/cart', sync)).body
    await shop.buyer(anna.id, asGuest(guest))
    const { body } = await anna.request('POST', '/cart', { ...sync, cartId, since: revision })
    expect(body.lines).toMatchObject([{ variantId: 'mug-v' }, { variantId: 'vase-v' }])
    expect(body).toMatchObject({ since: revision, adjustments: [{ code: 'merged' }] })
    const later = await anna.request('POST', '/cart', { ...sync, cartId, since: body.revision })
    expect(later.body.adjustments).toEqual([])
  })

  test('what there is too little of is capped, and told beside', async () => {
    const shop = await open()
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    await anna.put('mug-v', 6)
    await guest.put('mug-v', 6)
    const signedIn = await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(signedIn)).toEqual({ 'mug-v': 9 })
    const words = await wordsOf(signedIn)
    expect(words).toContainEqual(expect.objectContaining({ code: 'capped', requested: 12, available: 9 }))
    expect(words).toContainEqual(expect.objectContaining({ code: 'merged', pieces: 3, dropped: 0 }))
  })

  test('no more than 999 of what nobody counts', async () => {
    const shop = await open()
    await shop.save(product('leaf'))
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    await anna.put('leaf-v', 600)
    await guest.put('leaf-v', 600)
    expect(await piecesOf(await shop.buyer(anna.id, asGuest(guest)))).toEqual({ 'leaf-v': 999 })
  })

  test.each([
    ['keep-guest', { 'mug-v': 3, 'vase-v': 1 }, { pieces: 4, dropped: 3 }],
    ['keep-buyer', { 'mug-v': 2, 'bowl-v': 1 }, { pieces: 0, dropped: 4 }],
  ] as const)('%s is a policy of the shop', async (guestCart, pieces, told) => {
    const shop = await open({ guestCart })
    const { anna, guest } = await twoCarts(shop)
    const signedIn = await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(signedIn)).toEqual(pieces)
    expect(await wordsOf(signedIn)).toMatchObject([{ code: 'merged', ...told }])
    expect(await piecesOf(guest)).toEqual({})
  })

  test.each(['keep-guest', 'keep-buyer', 'merge'] as const)(
    '%s: where one cart is empty, the other one is kept',
    async (guestCart) => {
      const shop = await open({ guestCart })
      const guest = await shop.guest()
      await guest.put('mug-v', 2)
      expect(await piecesOf(await shop.buyer('new', asGuest(guest)))).toEqual({ 'mug-v': 2 })
      const empty = await shop.guest()
      await empty.cart()
      const again = await shop.buyer('new', asGuest(empty))
      expect(await piecesOf(again)).toEqual({ 'mug-v': 2 })
    },
  )

  test('C3 vendure#4481: a cart of 65 lines that meets another one is all there, also when many sign in at once', async () => {
    const ids = Array.from({ length: 65 }, (_, index) => `p${index}`)
    const shop = await openShop(database(), { products: ids.map((id) => product(id, 9)) })
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    for (const [buyer, from] of [
      [guest, 0],
      [anna, 60],
    ] as const) {
      const operations = ids.slice(from).map((id) => add(`${id}-v`, 1))
      for (let at = 0; at < operations.length; at += 50) {
        const body = { cartId: null, since: 0, operations: operations.slice(at, at + 50) }
        await buyer.request('POST', '/cart', body)
      }
    }
    const signedIn = await Promise.all(Array.from({ length: 8 }, () => shop.buyer(anna.id, asGuest(guest))))
    const pieces = await piecesOf(signedIn[0]!)
    expect(pieces).toEqual(Object.fromEntries(ids.map((id, index) => [`${id}-v`, index < 60 ? 1 : 2])))
    expect(await wordsOf(signedIn[0]!)).toMatchObject([{ code: 'merged', pieces: 65 }])
    await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(anna)).toEqual(pieces)
    expect(shop.faults).toEqual([])
  })

  test('C3: adds that come while the carts meet are in one of them, and all in the buyer’s in the end', async () => {
    const shop = await openShop(database(), { products: [product('mug', 500)] })
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    await guest.put('mug-v', 1)
    await Promise.all([
      ...Array.from({ length: 10 }, () => guest.put('mug-v', 1)),
      ...Array.from({ length: 10 }, () => anna.put('mug-v', 1)),
      ...Array.from({ length: 5 }, () => shop.buyer(anna.id, asGuest(guest))),
    ])
    await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(anna)).toEqual({ 'mug-v': 21 })
    expect(shop.faults).toEqual([])
  })

  test('an operation whose answer was lost before the carts met is not applied again after', async () => {
    const shop = await open()
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    const sync = { cartId: null, since: 0, operations: [add('mug-v', 2, 'lost')] }
    await guest.request('POST', '/cart', sync)
    const signedIn = await shop.buyer(anna.id, asGuest(guest))
    expect((await signedIn.request('POST', '/cart', sync)).body.applied).toEqual(['lost'])
    expect(await piecesOf(signedIn)).toEqual({ 'mug-v': 2 })
  })

  test('an operation that reached both carts counts once, however late the guest’s came', async () => {
    const shop = await open()
    const [anna, guest] = [await shop.buyer(), await shop.guest()]
    await guest.put('mug-v', 1)
    const signedIn = await shop.buyer(anna.id, asGuest(guest))
    const late = { cartId: null, since: 0, operations: [add('mug-v', 2, 'late')] }
    await signedIn.request('POST', '/cart', late)
    await guest.request('POST', '/cart', { ...late, operations: [...late.operations, add('bowl-v', 1)] })
    const again = await shop.buyer(anna.id, asGuest(guest))
    expect(await piecesOf(again)).toEqual({ 'mug-v': 3, 'bowl-v': 1 })
  })

  test('a guest of the same browser begins anew, and that comes along the next time', async () => {
    const shop = await open()
    const guest = await shop.guest()
    await guest.put('mug-v', 1)
    await shop.buyer('anna', asGuest(guest))
    await guest.put('mug-v', 2)
    expect(await piecesOf(guest)).toEqual({ 'mug-v': 2 })
    expect(await piecesOf(await shop.buyer('boris', asGuest(guest)))).toEqual({ 'mug-v': 2 })
    expect(await piecesOf(await shop.buyer('anna'))).toEqual({ 'mug-v': 1 })
  })

  test('a guest’s token that is still good is proof as well; that of a buyer is none', async () => {
    const shop = await open()
    const { anna, guest } = await twoCarts(shop)
    const token = ({ token: value }: Buyer) => ({ guest: { scheme: 'session', value } })
    const boris = await shop.buyer('boris', token(anna))
    expect(await piecesOf(boris)).toEqual({})
    expect(await piecesOf(await shop.buyer('boris', token(guest)))).toEqual({ 'mug-v': 3, 'vase-v': 1 })
    expect(await piecesOf(anna)).toEqual({ 'mug-v': 2, 'bowl-v': 1 })
  })

  test.each([
    { scheme: 'guest-of-nobody', value: 'x' },
    { scheme: 'session', value: 'a.b.c' },
    { scheme: 'test', value: 'boris' },
  ])('a proof of $scheme brings nothing along and keeps nobody out', async (guest) => {
    const shop = await open()
    const boris = await shop.buyer('boris')
    await boris.put('mug-v', 1)
    expect(await piecesOf(await shop.buyer('anna', { guest }))).toEqual({})
    expect(await piecesOf(boris)).toEqual({ 'mug-v': 1 })
  })

  test('a guest’s orders go over, and placing one again answers with it', async () => {
    const shop = await open()
    const guest = await shop.guest()
    await guest.put('mug-v', 1)
    const { hash } = await guest.quote()
    const request = { checkoutId: 'guests-checkout', quoteHash: hash }
    const order = await guest.placed(request)
    const anna = await shop.buyer('anna', asGuest(guest))
    expect((await anna.request('GET', '/orders')).body.orders).toMatchObject([{ id: order.id }])
    expect((await guest.request('GET', `/orders/${order.id}`)).status).toBe(404)
    const { contact, delivery, paymentMethod } = order
    const body = {
      ...request,
      contact,
      delivery,
      paymentMethod,
      consent: { personalData: true, version: '1' },
    }
    const again = await anna.request('POST', '/orders', body, { 'idempotency-key': request.checkoutId })
    expect([again.body.orders[0].id, again.headers.get('idempotency-replayed')]).toEqual([order.id, 'true'])
  })

  test('what is in one shop does not come along to another', async () => {
    const [here, there] = [await open(), await open()]
    const guest = await here.guest()
    await guest.put('mug-v', 1)
    expect(await piecesOf(await there.buyer('anna', asGuest(guest)))).toEqual({})
    expect(await piecesOf(guest)).toEqual({ 'mug-v': 1 })
    const { status } = await send(there.server, there.shop.id, 'GET', '/orders', undefined, {
      authorization: `Bearer ${guest.token}`,
    })
    expect(status).toBe(401)
  })
})
