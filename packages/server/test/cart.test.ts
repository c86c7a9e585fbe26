import { randomUUID } from 'node:crypto'
import { cartChangesSchema } from '@vitrina/api/schemas'
import { applyChanges, emptyCart } from '@vitrina/core'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { add, openShop, product, rub } from './open-shop.ts'

onEachDatabase((database) => {
  test('adds a line and tells it with the shop price', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const buyer = await shop.buyer()
    const operation = add('mug-v', 2)
    const { status, body } = await buyer.request('POST', '/cart', {
      cartId: null,
      since: 0,
      operations: [operation],
    })
    expect(status).toBe(200)
    expect(v.parse(cartChangesSchema, body)).toMatchObject({
      since: 0,
      revision: 1,
      applied: [operation.id],
      lines: [
        {
          variantId: 'mug-v',
          productId: 'mug',
          quantity: 2,
          unitPrice: rub(129000),
          picture: { url: 'https://shop.example/pictures/mug-blue.svg' },
        },
      ],
    })
  })

  test('applies an operation once, however often it is sent, and says that it is in', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    const operation = add('mug-v', 2)
    const sync = { cartId: null, since: 0, operations: [operation, operation] }
    await buyer.request('POST', '/cart', sync)
    const again = await buyer.request('POST', '/cart', sync)
    expect(again.body).toMatchObject({ revision: 1, applied: [operation.id], lines: [{ quantity: 2 }] })
  })

  test('applies the same operation once when both requests come at the same time', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    const sync = { cartId: null, since: 0, operations: [add('mug-v', 1)] }
    await Promise.all(Array.from({ length: 8 }, () => buyer.request('POST', '/cart', sync)))
    expect((await buyer.cart()).lines).toMatchObject([{ quantity: 1 }])
  })

  test('loses no add of many that come at the same time', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await Promise.all(Array.from({ length: 20 }, () => buyer.put('mug-v', 1)))
    expect(await buyer.cart()).toMatchObject({ revision: 20, lines: [{ quantity: 20 }] })
  })

  test('answers with what changed since a revision, and nothing else', async () => {
    const buyer = await (await openShop(database(), { products: [product('a'), product('b')] })).buyer()
    const { cartId } = await buyer.put('a-v', 1)
    await buyer.put('b-v', 1)
    const remove = { id: randomUUID(), revision: 2, variantId: 'a-v', kind: 'remove' }
    const changes = await buyer.request('POST', '/cart', { cartId, since: 1, operations: [remove] })
    expect(changes.body).toMatchObject({ since: 1, revision: 3, removed: ['a-v'] })
    expect(changes.body.lines.map((line: { variantId: string }) => line.variantId)).toEqual(['b-v'])
  })

  test('two devices end in the same cart', async () => {
    const buyer = await (await openShop(database(), { products: [product('a'), product('b')] })).buyer()
    let one = emptyCart
    let two = emptyCart
    const sync = async (cart: typeof one, operations: unknown[]) =>
      applyChanges(
        cart,
        (await buyer.request('POST', '/cart', { cartId: cart.id, since: cart.revision, operations })).body,
      )
    one = await sync(one, [add('a-v', 1)])
    two = await sync(two, [add('b-v', 3)])
    one = await sync(one, [
      { id: randomUUID(), revision: 1, variantId: 'b-v', kind: 'set-quantity', quantity: 5 },
    ])
    two = await sync(two, [{ id: randomUUID(), revision: 2, variantId: 'a-v', kind: 'remove' }])
    one = await sync(one, [])
    two = await sync(two, [])
    expect(one).toEqual(two)
    expect(one.lines).toMatchObject([{ variantId: 'b-v', quantity: 5 }])
  })

  test.each([
    ['another cart', { cartId: 'elsewhere', since: 1 }],
    ['a revision that was never', { cartId: 'own', since: 99 }],
    ['a revision past what a small integer holds', { cartId: 'own', since: 2 ** 40 }],
  ])('answers with the whole cart to a client that knows %s', async (_, known) => {
    const buyer = await (await openShop(database(), { products: [product('a')] })).buyer()
    const { cartId } = await buyer.put('a-v', 1)
    const own = known.cartId === 'own' ? cartId : known.cartId
    const { body } = await buyer.request('POST', '/cart', { cartId: own, since: known.since, operations: [] })
    expect(body).toMatchObject({ cartId, since: 0, revision: 1, lines: [{ variantId: 'a-v' }] })
  })

  test('caps a line to the stock and repeats the adjustment until its revision is known', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug', 3)] })).buyer()
    await buyer.put('mug-v', 2)
    const capped = await buyer.put('mug-v', 2)
    expect(capped).toMatchObject({
      lines: [{ quantity: 3 }],
      adjustments: [{ code: 'capped', variantId: 'mug-v', title: 'Кружка mug', requested: 4, available: 3 }],
    })
    const { cartId, revision } = capped
    const before = await buyer.request('POST', '/cart', { cartId, since: revision - 1, operations: [] })
    const after = await buyer.request('POST', '/cart', { cartId, since: revision, operations: [] })
    expect(before.body.adjustments).toEqual(capped.adjustments)
    expect(after.body.adjustments).toEqual([])
  })

  test('takes back what was said of a line once an operation on it fits', async () => {
    const shop = await openShop(database(), { products: [product('mug', 3), product('cup', 1)] })
    const buyer = await shop.buyer()
    await buyer.put('mug-v', 4)
    const { cartId } = await buyer.put('cup-v', 2)
    const fits = { id: randomUUID(), revision: 2, variantId: 'mug-v', kind: 'set-quantity', quantity: 2 }
    const { body } = await buyer.request('POST', '/cart', { cartId, since: 0, operations: [fits] })
    expect(body.adjustments).toMatchObject([{ variantId: 'cup-v' }])
    const later = await buyer.request('POST', '/cart', { cartId, since: 0, operations: [] })
    expect(later.body.adjustments).toEqual(body.adjustments)
  })

  test('caps to 999 pieces where nobody counts', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
    await buyer.put('mug-v', 999)
    expect(await buyer.put('mug-v', 999)).toMatchObject({
      lines: [{ quantity: 999 }],
      adjustments: [{ code: 'capped', requested: 1998, available: 999 }],
    })
  })

  test('puts nothing sold out or unknown in the cart, and says so', async () => {
    const buyer = await (await openShop(database(), { products: [product('mug', 0)] })).buyer()
    const operations = [add('mug-v', 1), add('never-was', 1)]
    const { body } = await buyer.request('POST', '/cart', { cartId: null, since: 0, operations })
    expect(body.lines).toEqual([])
    expect(body.adjustments).toMatchObject([
      { code: 'capped', requested: 1, available: 0 },
      { code: 'gone', variantId: 'never-was' },
    ])
  })

  test.each([-1, 0, 1.5, 1e9, '2', null])(
    'refuses the quantity %j and leaves the cart alone',
    async (quantity) => {
      const buyer = await (await openShop(database(), { products: [product('mug')] })).buyer()
      await buyer.put('mug-v', 2)
      const operations = [add('mug-v', 1), add('mug-v', quantity)]
      const { status, body } = await buyer.request('POST', '/cart', { cartId: null, since: 0, operations })
      expect(status).toBe(400)
      expect(body).toMatchObject({ code: 'invalid', issues: [{ path: 'operations.1.quantity' }] })
      expect(await buyer.cart()).toMatchObject({ revision: 1, lines: [{ quantity: 2 }] })
    },
  )

  test('answers an add with at most 1 kB, however full the cart', async () => {
    const products = Array.from({ length: 200 }, (_, index) => product(`item-${index}`))
    const buyer = await (await openShop(database(), { products })).buyer()
    let cartId: string | null = null
    for (let from = 0; from < 200; from += 50) {
      const operations = products.slice(from, from + 50).map(({ variants }) => add(variants[0]?.id ?? '', 1))
      ;({ cartId } = (await buyer.request('POST', '/cart', { cartId, since: 0, operations })).body)
    }
    const { body } = await buyer.request('POST', '/cart', {
      cartId,
      since: 4,
      operations: [add('item-7-v', 1)],
    })
    expect(body.lines).toMatchObject([{ variantId: 'item-7-v', quantity: 2 }])
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(1024)
  })
})
