import { expect, test } from 'vitest'
import { ga4Event, observeShop, type ShopEvent, vkConversion, vkPixelEvent } from '../src/analytics.ts'
import { type Checkout, createStore, type Product } from '../src/index.ts'
import { memoryStorage, sampleProducts } from '../src/memory.ts'
import { openPage } from './page.ts'

const [mug, shirt] = sampleProducts as [Product, Product, Product]
const [mugVariant] = mug.variants as [Product['variants'][0]]

async function observed(storage = memoryStorage()) {
  const page = await openPage()
  const events: ShopEvent[] = []
  const shop = observeShop(page.shop, (event) => events.push(event), { storage })
  return { page, shop, events, names: () => events.map(({ name }) => name), pass: () => page.clock.pass(0) }
}

async function buy({ shop, pass }: Awaited<ReturnType<typeof observed>>): Promise<void> {
  shop.cart.add(mug, mugVariant, 2)
  shop.checkout.open()
  await pass()
  shop.checkout.edit({ name: 'Anna', phone: '8 916 123-45-67' })
  shop.checkout.edit({ delivery: { kind: 'courier', optionId: 'courier', address: 'Sadovaya 1' } })
  shop.checkout.edit({ delivery: { kind: 'courier', optionId: 'courier', address: 'Sadovaya 12' } })
  shop.checkout.edit({ paymentMethod: 'cash', consent: true })
  await pass()
  shop.checkout.place()
  await pass()
}

test('a purchase is told step by step, each step once', async () => {
  const all = await observed()
  await all.shop.catalogue.products({ search: 'mug' })
  all.shop.catalogue.selected(mug)
  all.shop.catalogue.viewed(mug)
  await buy(all)
  await all.pass()
  expect(all.names()).toEqual([
    'view-list',
    'select',
    'view',
    'add',
    'begin-checkout',
    'add-shipping',
    'add-payment',
    'purchase',
  ])
  const purchase = all.events.at(-1)
  expect(purchase).toMatchObject({
    value: { amount: 293000, currency: 'RUB' },
    items: [{ productId: 'mug', variantId: 'mug-1', title: 'Stoneware mug', quantity: 2 }],
  })
})

test('a quantity tells how much more or less', async () => {
  const { shop, events } = await observed()
  shop.cart.add(mug, mugVariant, 2)
  shop.cart.setQuantity('mug-1', 5)
  shop.cart.setQuantity('mug-1', 5)
  shop.cart.setQuantity('mug-1', 1)
  shop.cart.remove('mug-1')
  shop.cart.remove('mug-1')
  expect(events.map((event) => [event.name, 'item' in event && event.item.quantity])).toEqual([
    ['add', 2],
    ['add', 3],
    ['remove', 4],
    ['remove', 1],
  ])
})

test('an order is told once, also when its page is loaded again', async () => {
  const storage = memoryStorage()
  const first = await observed(storage)
  await buy(first)
  await first.pass()
  const state = first.page.shop.checkout.getState()
  if (state.step !== 'placed') throw new Error(state.step)
  // Another page of the same browser shows the same order.
  const again: ShopEvent[] = []
  const store = createStore<Checkout>({ step: 'closed' })
  const checkout = { ...first.page.shop.checkout, ...store }
  observeShop({ ...first.page.shop, checkout }, (event) => again.push(event), { storage })
  store.set(state)
  await first.pass()
  expect(again).toEqual([])
})

/** A checkout that is shown in one state after the other, as `createCheckout` would. */
function shown(shop: Parameters<typeof observeShop>[0], storage = memoryStorage()) {
  const store = createStore<Checkout>({ step: 'closed' })
  const events: ShopEvent[] = []
  observeShop({ ...shop, checkout: { ...shop.checkout, ...store } }, (event) => events.push(event), {
    storage,
  })
  const bought = () =>
    events.flatMap((event) => (event.name === 'purchase' ? [event.order.id] : [event.name]))
  return { store, bought }
}

async function oneOrder() {
  const all = await observed()
  await buy(all)
  const state = all.page.shop.checkout.getState()
  if (state.step !== 'placed') throw new Error(state.step)
  return { ...all, state, order: state.order }
}

test('each seller’s order is told when it is bought, and not before', async () => {
  const { page, state, order, pass } = await oneOrder()
  const { store, bought } = shown(page.shop)
  const second = { ...order, id: 'second', state: 'awaiting-payment' as const }
  store.set({ ...state, step: 'paying', failure: null, orders: [order, second], order: second })
  await pass()
  expect(bought()).toEqual([order.id])
  store.set({ ...state, orders: [order, { ...second, state: 'confirmed' }] })
  await pass()
  expect(bought()).toEqual([order.id, 'second'])
})

test('two orders of one moment are both remembered', async () => {
  const { page, state, order, pass } = await oneOrder()
  const storage = memoryStorage()
  const both = { ...state, orders: [order, { ...order, id: 'second' }] }
  const first = shown(page.shop, storage)
  first.store.set(both)
  await pass()
  expect(first.bought()).toHaveLength(2)
  const again = shown(page.shop, storage)
  again.store.set(both)
  await pass()
  expect(again.bought()).toEqual([])
})

test('an order that ended unpaid was no purchase', async () => {
  const { page, state, order, pass } = await oneOrder()
  const { store, bought } = shown(page.shop)
  const ended = { ...order, state: 'cancelled' as const }
  store.set({ ...state, orders: [ended], order: ended })
  await pass()
  expect(bought()).toEqual([])
})

test('what nobody sees is no list, and a seller’s list is one of its own', async () => {
  const { page, shop, events } = await observed()
  const asked = page.shop.merchant.products({})
  await shop.catalogue.products({ ids: ['mug'] })
  expect(events).toEqual([])
  await shop.catalogue.products({}, asked)
  await shop.catalogue.products({ sellerId: 'clay' })
  expect(events.map((event) => vkPixelEvent(event)?.products_event)).toEqual(['view_home', 'view_other'])
})

test('what does not count changes nothing: the shop works as before', async () => {
  const { shop, page } = await observed()
  shop.cart.add(shirt, shirt.variants[1]!, 1)
  expect(page.shop.cart.getState()).toEqual(shop.cart.getState())
  expect(() => shop.cart.add(mug, mugVariant, 1.5)).toThrow(RangeError)
  expect(shop.cart.getState().count).toBe(1)
})

test('speaks Google’s words, in major units', async () => {
  const all = await observed()
  await buy(all)
  await all.pass()
  const sent = all.events.map(ga4Event)
  const item = { item_id: 'mug-1', item_name: 'Stoneware mug', price: 1290 }
  expect(sent[0]).toEqual([
    'add_to_cart',
    { currency: 'RUB', value: 2580, items: [{ ...item, item_category: 'kitchen', quantity: 2 }] },
  ])
  expect(sent.find(([name]) => name === 'add_shipping_info')?.[1]).toMatchObject({ shipping_tier: 'courier' })
  expect(sent.find(([name]) => name === 'add_payment_info')?.[1]).toMatchObject({ payment_type: 'cash' })
  expect(sent.at(-1)).toEqual([
    'purchase',
    {
      transaction_id: expect.any(String),
      currency: 'RUB',
      value: 2930,
      shipping: 350,
      items: [{ ...item, quantity: 2 }],
    },
  ])
})

test('speaks VK’s words, with the ids of the feed', async () => {
  const all = await observed()
  await all.shop.catalogue.products({ categoryId: 'kitchen' })
  all.shop.catalogue.viewed(mug)
  await buy(all)
  await all.pass()
  const sent = all.events.flatMap((event) => vkPixelEvent(event) ?? [])
  expect(sent.map(({ products_event }) => products_event)).toEqual([
    'view_category',
    'view_product',
    'add_to_cart',
    'init_checkout',
    'add_payment_info',
    'purchase',
  ])
  expect(JSON.parse(sent.at(-1)?.products_params ?? '')).toEqual({
    products: [{ id: 'mug-1', price: 1290 }],
    total_price: 2930,
  })
})

test('the steps to a purchase are conversions, with what they are worth', async () => {
  const all = await observed()
  all.shop.catalogue.viewed(mug)
  await buy(all)
  await all.pass()
  expect(all.events.map(vkConversion).filter(Boolean)).toEqual([
    { event: 'add_to_cart', value: 2580 },
    { event: 'initiate_checkout', value: 2580 },
    { event: 'add_payment_info', value: 2580 },
    { event: 'purchase', value: 2930 },
  ])
})
