/** Carts that nobody comes back to are forgotten, and nothing grows for ever. */
import { randomUUID } from 'node:crypto'
import { httpMerchant } from '@vitrina/api'
import { createShop, ok } from '@vitrina/core'
import { memoryNetwork, memoryStorage } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
import type { Tables } from '../src/database/tables.ts'
import { createListener } from '../src/listener.ts'
import { onEachDatabase } from './each-database.ts'
import { add, openShop, product } from './open-shop.ts'

const day = 24 * 3_600_000

onEachDatabase((database) => {
  const countOf = async (table: keyof Tables, shopId: string) =>
    (await database().kysely.selectFrom(table).select('shop_id').where('shop_id', '=', shopId).execute())
      .length

  test('a cart is kept for ninety days after it was asked for last, and then with nothing left of it', async () => {
    const shop = await openShop(database(), { products: [product('mug', 2)] })
    const buyer = await shop.buyer('anna')
    await buyer.put('mug-v', 5)
    const at = async (days: number) => {
      shop.clock.advance(days * day)
      await shop.server.sweep()
      return (await shop.buyer('anna')).cart()
    }
    expect((await at(89)).lines).toHaveLength(1)
    // Looking at it counts.
    expect((await at(89)).lines).toHaveLength(1)
    shop.clock.advance(91 * day)
    await shop.server.sweep()
    expect(shop.faults).toEqual([])
    for (const table of ['carts', 'cart_lines', 'cart_operations', 'cart_adjustments'] as const)
      expect([table, await countOf(table, shop.shop.id)]).toEqual([table, 0])
    expect((await at(0)).lines).toEqual([])
  })

  test('the shop says for how many days', async () => {
    const shop = await openShop(database(), { products: [product('mug')] }, { cartDays: 3 })
    await (await shop.buyer('anna')).put('mug-v', 1)
    shop.clock.advance(3 * day)
    await shop.server.sweep()
    expect(await countOf('carts', shop.shop.id)).toBe(1)
    shop.clock.advance(2 * day)
    await shop.server.sweep()
    expect(await countOf('carts', shop.shop.id)).toBe(0)
  })

  test('more than a turn can take are gone after the next ones; the younger ones stay', async () => {
    const shop = await openShop(database(), { products: [product('mug')] })
    const rows = Array.from({ length: 1_205 }, (_, index) => ({
      shop_id: shop.shop.id,
      buyer_id: `b${index}`,
      id: randomUUID(),
      revision: 0,
      touched_at: new Date(shop.clock.now() - (index < 1_200 ? 200 : 10) * day),
    }))
    await database().kysely.insertInto('carts').values(rows).execute()
    await Promise.all([shop.server.sweep(), shop.server.sweep()])
    await shop.server.sweep()
    expect(await countOf('carts', shop.shop.id)).toBe(5)
    expect(shop.faults).toEqual([])
  })

  test('an operation sent again within thirty days is known; after that nobody remembers it', async () => {
    const shop = await openShop(database(), { products: [product('mug', 9)] })
    const operations = [add('mug-v', 1, 'once')]
    const sync = async () =>
      (await shop.buyer('anna')).request('POST', '/cart', { cartId: null, since: 0, operations })
    await sync()
    shop.clock.advance(29 * day)
    await shop.server.sweep()
    expect((await sync()).body.lines).toMatchObject([{ quantity: 1 }])
    shop.clock.advance(2 * day)
    await shop.server.sweep()
    expect(await countOf('cart_operations', shop.shop.id)).toBe(0)
    expect((await (await shop.buyer('anna')).cart()).lines).toMatchObject([{ quantity: 1 }])
  })

  test('a page that comes back to a cart that is gone loses nothing that it had not sent', async () => {
    const shop = await openShop(database(), { products: [product('mug', 9), product('bowl', 9)] })
    const listener = createListener({
      answer: (request, address) => shop.server.fetch(request, { address }),
      onError: (error) => shop.faults.push(error),
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const { port } = listener.address() as { port: number }
    let away = false
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (away) throw new TypeError('offline')
      return globalThis.fetch(input, init)
    }
    const host = {
      launch: async () => ok({ proof: { scheme: 'test', value: 'anna' }, locale: 'ru', abilities: [] }),
    }
    const merchant = httpMerchant({ url: `http://127.0.0.1:${port}`, shop: shop.shop.id, host, fetch })
    const clock = { ...shop.clock, now: () => Date.now() }
    const page = createShop({
      host: {
        name: 'test',
        appearance: { getState: () => Object(null), subscribe: () => () => {} },
        openLink: async () => ok(undefined),
        ...host,
      },
      merchant,
      storage: memoryStorage(),
      clock,
      network: memoryNetwork(),
      createId: randomUUID,
      random: Math.random,
    })
    await page.start()
    const [mug, bowl] = await Promise.all(['mug', 'bowl'].map((id) => merchant.product(id)))
    if (!mug?.ok || !bowl?.ok) throw new Error('no products')
    page.cart.add(mug.value, mug.value.variants[0]!, 2)
    expect((await page.cart.drained()).ok).toBe(true)
    away = true
    page.cart.add(bowl.value, bowl.value.variants[0]!, 3)
    const rows = await database()
      .kysely.selectFrom('carts')
      .select('id')
      .where('shop_id', '=', shop.shop.id)
      .execute()
    shop.clock.advance(100 * day)
    await shop.server.sweep()
    expect(await countOf('carts', shop.shop.id)).toBe(0)
    away = false
    page.cart.refresh()
    await expect.poll(async () => (await page.cart.drained()).ok, { timeout: 8_000 }).toBe(true)
    const { lines, pending, status } = page.cart.getState()
    expect({ status, pending, lines }).toMatchObject({
      status: 'ready',
      pending: 0,
      lines: [{ variantId: 'bowl-v', quantity: 3 }],
    })
    const now = await database()
      .kysely.selectFrom('carts')
      .select('id')
      .where('shop_id', '=', shop.shop.id)
      .execute()
    expect(now).toHaveLength(1)
    expect(now).not.toEqual(rows)
    page.stop()
    await new Promise((resolve) => listener.close(resolve))
    expect(shop.faults).toEqual([])
  }, 20_000)
})
