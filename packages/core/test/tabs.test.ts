import { expect, test } from 'vitest'
import { fail, ok, type Product, type Storage } from '../src/index.ts'
import { manualClock, memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const mug = sampleProducts[0] as Product
const shirt = sampleProducts[1] as Product

/** Two pages of one browser, and a server that is not there until `online` is set. */
async function twoTabs() {
  const state = { online: false }
  const merchant = memoryMerchant({ fault: () => (state.online ? 'none' : { code: 'offline' }) })
  const values = new Map<string, string>()
  const clock = manualClock()
  const tabs = [await openPage({ merchant, values, clock }), await openPage({ merchant, values, clock })]
  return { state, merchant, values, clock, one: tabs[0] as Page, two: tabs[1] as Page }
}

test('two tabs of one browser keep what was tapped in both, though both are killed', async () => {
  const { state, merchant, values, clock, one, two } = await twoTabs()
  one.shop.cart.add(mug, mug.variants[0]!, 2)
  await clock.pass(10)
  two.shop.cart.add(shirt, shirt.variants[0]!, 3)
  await clock.pass(10)
  one.shop.stop()
  two.shop.stop()
  state.online = true
  const next = await openPage({ merchant, values, clock })
  await clock.pass(1000)
  expect(next.shop.cart.getState().lines.map(({ quantity }) => quantity)).toEqual([2, 3])
})

test('what one tab has sent is no longer stored, and what the other has not sent still is', async () => {
  const { state, merchant, values, clock, one } = await twoTabs()
  const two = await openPage({
    merchant,
    values,
    clock,
    wrap: (real) => ({ ...real, syncCart: async () => fail({ code: 'offline' }) }),
  })
  one.shop.cart.add(mug, mug.variants[0]!)
  await clock.pass(10)
  two.shop.cart.add(shirt, shirt.variants[0]!)
  await clock.pass(10)
  state.online = true
  one.network.wake()
  await clock.pass(60_000)
  const log = JSON.parse(values.get('vitrina_shop_1_cart') ?? '{}')
  expect(log.pending).toHaveLength(1)
  expect(log.pending[0].line.variantId).toBe(shirt.variants[0]!.id)
})

test('a quantity that another tab may be sending is followed by the new one, not replaced', async () => {
  const { state, merchant, values, clock, one, two } = await twoTabs()
  state.online = true
  one.shop.cart.add(mug, mug.variants[0]!, 5)
  await clock.pass(1000)
  state.online = false
  one.shop.cart.setQuantity(mug.variants[0]!.id, 7)
  await clock.pass(10)
  const late = await openPage({ merchant, values, clock })
  state.online = true
  late.shop.cart.refresh()
  await clock.pass(1)
  state.online = false
  late.shop.cart.setQuantity(mug.variants[0]!.id, 9)
  await clock.pass(10)
  state.online = true
  for (const page of [late, one, two]) page.network.wake()
  await clock.pass(60_000)
  for (const page of [late, one, two]) {
    page.network.wake()
    await clock.pass(1000)
    expect(page.shop.cart.getState().lines[0]?.quantity).toBe(9)
  }
})

test('two tabs that hear of what the other has written do not take turns in writing it', async () => {
  const tabs: Page[] = []
  const clock = manualClock()
  let writes = 0
  class HeardOf extends Map<string, string> {
    override set(key: string, value: string) {
      writes += 1
      if (writes < 100) for (const { network } of tabs) clock.after(1, () => network.wake())
      return super.set(key, value)
    }
  }
  const values = new HeardOf()
  const merchant = memoryMerchant({ fault: () => ({ code: 'offline' }) })
  tabs.push(await openPage({ merchant, values, clock }), await openPage({ merchant, values, clock }))
  tabs[0]?.shop.cart.add(mug, mug.variants[0]!)
  tabs[1]?.shop.cart.add(shirt, shirt.variants[0]!)
  await clock.pass(1000)
  const before = writes
  for (const { network } of tabs) network.wake()
  await clock.pass(10_000)
  expect(writes).toBe(before)
  expect(before).toBeLessThan(20)
  expect(JSON.parse(values.get('vitrina_shop_1_cart') ?? '').pending).toHaveLength(2)
})

test('a draft in one tab does not wipe out the order that the other has under way', async () => {
  const { state, merchant, values, clock, one, two } = await twoTabs()
  state.online = true
  one.shop.cart.add(mug, mug.variants[0]!)
  one.shop.checkout.open()
  await clock.pass(100)
  one.shop.checkout.edit({
    name: 'Anna',
    phone: '+79161234567',
    delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
    paymentMethod: 'cash',
    consent: true,
  })
  await clock.pass(100)
  two.shop.checkout.open()
  await clock.pass(100)
  state.online = false
  one.shop.checkout.place()
  await clock.pass(10)
  expect(one.shop.checkout.getState().step).toBe('checking')
  two.shop.checkout.edit({ name: 'Anna Orlova' })
  await clock.pass(10)
  one.shop.stop()
  two.shop.stop()
  state.online = true
  const next = await openPage({ merchant, values, clock })
  await clock.pass(5000)
  expect(next.shop.checkout.getState().step).toBe('placed')
})

const filled = {
  name: 'Anna',
  phone: '+79161234567',
  delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
  paymentMethod: 'cash',
  consent: true,
} as const

/** Two tabs over the same checkout: the second one was opened when the first had begun it. */
async function oneCheckoutInTwoTabs() {
  const state = { online: true }
  const merchant = memoryMerchant({ fault: () => (state.online ? 'none' : { code: 'offline' }) })
  const values = new Map<string, string>()
  const clock = manualClock()
  const open = () => openPage({ merchant, values, clock })
  const first = await open()
  first.shop.cart.add(mug, mug.variants[0]!)
  first.shop.checkout.open()
  first.shop.checkout.edit(filled)
  await clock.pass(100)
  const second = await open()
  second.shop.checkout.open()
  await clock.pass(100)
  const kept = () => JSON.parse(values.get('vitrina_shop_1_checkout') ?? '{}')
  return { state, merchant, clock, open, kept, one: first.shop, two: second.shop }
}

test('a draft of the same checkout in another tab wipes out neither its request nor its order', async () => {
  const { state, clock, open, kept, one, two } = await oneCheckoutInTwoTabs()
  state.online = false
  one.checkout.place()
  await clock.pass(10)
  two.checkout.edit({ name: 'Anna Orlova' })
  await clock.pass(10)
  expect(kept().request).toBeTruthy()
  state.online = true
  await clock.pass(60_000)
  expect(one.checkout.getState().step).toBe('placed')
  two.checkout.edit({ name: 'Anna' })
  await clock.pass(10)
  expect(kept().orderedId).toBeTruthy()
  one.stop()
  two.stop()
  const next = await open()
  await clock.pass(5000)
  expect(next.shop.checkout.getState().step).toBe('placed')
})

test('who closes the order begins the next one, though the other tab has a draft', async () => {
  const { clock, kept, one, two } = await oneCheckoutInTwoTabs()
  one.checkout.place()
  await clock.pass(1000)
  const { id } = kept()
  two.checkout.edit({ name: 'Anna Orlova' })
  one.checkout.close()
  await clock.pass(10)
  expect(kept()).not.toHaveProperty('orderedId')
  expect(kept().id).not.toBe(id)
})

test('a checkout that another tab has ordered with is no order of what was put in since', async () => {
  const { merchant, clock, one, two } = await oneCheckoutInTwoTabs()
  one.checkout.place()
  await clock.pass(1000)
  const placed = one.checkout.getState()
  if (placed.step !== 'placed') throw new Error(placed.step)
  two.cart.add(shirt, shirt.variants[0]!)
  two.checkout.edit(filled)
  await clock.pass(1000)
  two.checkout.place()
  await clock.pass(1000)
  await clock.pass(1000)
  const refused = two.checkout.getState()
  if (refused.step !== 'filling') throw new Error(refused.step)
  expect(refused).toMatchObject({
    failure: { code: 'checkout-used' },
    draft: { name: 'Anna', consent: false },
  })
  expect(refused.id).not.toBe(placed.id)
  expect(two.cart.getState().lines.map(({ productId }) => productId)).toEqual([shirt.id])
  two.checkout.edit({ consent: true })
  two.checkout.place()
  await clock.pass(1000)
  expect(two.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { lines: [{ productId: shirt.id }] },
  })
  const orders = await merchant.orders({})
  expect(orders.ok && orders.value).toHaveLength(2)
})

test('a checkout that another tab has ordered with shows that order, when nothing was put in since', async () => {
  const { clock, one, two } = await oneCheckoutInTwoTabs()
  two.checkout.edit({ ...filled, name: 'Anna Orlova' })
  await clock.pass(100)
  one.checkout.place()
  two.checkout.place()
  await clock.pass(5000)
  const [a, b] = [one.checkout.getState(), two.checkout.getState()]
  if (a.step !== 'placed' || b.step !== 'placed') throw new Error(`${a.step} ${b.step}`)
  expect(b.order.id).toBe(a.order.id)
})

test('two tabs that write at the same moment to a slow storage both have their say', async () => {
  const clock = manualClock()
  const values = new Map<string, string>()
  const wait = () => new Promise<void>((resolve) => clock.after(20, resolve))
  const slow: Storage = {
    async get(key) {
      await wait()
      return ok(values.get(key))
    },
    async set(key, value) {
      await wait()
      if (value === undefined) values.delete(key)
      else values.set(key, value)
      return ok(undefined)
    },
  }
  const merchant = memoryMerchant({ fault: () => ({ code: 'offline' }) })
  const open = () => openPage({ merchant, clock, host: { storage: slow } })
  const [one, two] = [await open(), await open()]
  await clock.pass(100)
  one.shop.cart.add(mug, mug.variants[0]!)
  two.shop.cart.add(shirt, shirt.variants[0]!)
  await clock.pass(1000)
  const log = JSON.parse(values.get('vitrina_shop_1_cart') ?? '{}')
  expect(log.pending).toHaveLength(2)
})

test('a storage that refuses everything costs nothing while the page is there', async () => {
  const broken: Storage = {
    get: async () => fail({ code: 'denied' }),
    set: async () => fail({ code: 'unknown', reason: 'full' }),
  }
  const page = await openPage({ host: { storage: broken } })
  page.shop.cart.add(mug, mug.variants[0]!)
  await page.clock.pass(1000)
  expect(page.shop.cart.getState()).toMatchObject({ pending: 0, count: 1 })
})
