/** Bugs that other shops had with carts on the server, by the thread that tells of them: they must not happen here. */
import { expect, test } from 'vitest'
import { onEachDatabase } from './each-database.ts'
import { add, openShop, product } from './open-shop.ts'

onEachDatabase((database) => {
  test('C1 woocommerce#11062, #23283, #46483, woocommerce-paypal-payments#4708: requests that only read lose no add', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const buyer = await shop.buyer()
    const reads = () => [buyer.cart(), buyer.request('POST', '/quote', { deliveryOptionId: null })]
    await Promise.all([...reads(), buyer.put('mug-v', 1), ...reads(), buyer.put('mug-v', 1), ...reads()])
    expect((await buyer.cart()).lines).toMatchObject([{ quantity: 2 }])
  })

  test('C2 vendure#2041, #2187, #3398, #4152: adds of many articles at once are all there', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `mug-${index}`)
    const shop = await openShop(database(), { products: ids.map((id) => product(id)) })
    const buyer = await shop.buyer()
    await Promise.all(ids.map((id) => buyer.put(`${id}-v`, 1)))
    const { lines } = await buyer.cart()
    expect(lines.map(({ variantId }) => variantId).sort()).toEqual(ids.map((id) => `${id}-v`).sort())
  })

  test('C4 shopware#8724: three quick adds to a cart that is not there yet are three', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const buyer = await shop.buyer()
    const answers = await Promise.all([1, 2, 3].map(() => buyer.put('mug-v', 1)))
    expect(new Set(answers.map(({ cartId }) => cartId)).size).toBe(1)
    expect((await buyer.cart()).lines).toMatchObject([{ quantity: 3 }])
  })

  test('C5 hydrogen#1691, #2524: what was in an ordered cart does not come back with a late operation', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const buyer = await shop.buyer()
    const operations = [add('mug-v', 1, 'first')]
    const sync = () => buyer.request('POST', '/cart', { cartId: null, since: 0, operations })
    await sync()
    await buyer.placed()
    expect((await sync()).body).toMatchObject({ lines: [], applied: ['first'] })
    expect((await buyer.cart()).lines).toEqual([])
  })

  test('C6 hydrogen#3378: a quantity is not changed in silence', async () => {
    const shop = await openShop(database(), { products: [product('mug', 3)] })
    const buyer = await shop.buyer()
    const { lines, adjustments } = await buyer.put('mug-v', 5)
    expect(lines).toMatchObject([{ quantity: 3 }])
    expect(adjustments).toMatchObject([{ code: 'capped', requested: 5, available: 3 }])
  })
})
