import { expect, test } from 'vitest'
import { applyChanges, type CartChanges, emptyCart, type Merchant } from '../src/index.ts'
import { memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage } from './page.ts'

const [mug, shirt] = sampleProducts as [(typeof sampleProducts)[0], (typeof sampleProducts)[0]]
const mugVariant = mug.variants[0]!
const shirtS = shirt.variants[0]!
const shirtM = shirt.variants[1]!

function quantities(shop: Awaited<ReturnType<typeof openPage>>['shop']) {
  return Object.fromEntries(
    shop.cart.getState().lines.map(({ variantId, quantity }) => [variantId, quantity]),
  )
}

test('shows a tap at once and marks it as an estimate until the server agrees', async () => {
  const { shop, clock } = await openPage()
  shop.cart.add(mug, mugVariant)
  expect(shop.cart.getState()).toMatchObject({ count: 1, estimated: true, pending: 1 })
  expect(shop.cart.getState().subtotal).toEqual({ amount: 129000, currency: 'RUB' })
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ count: 1, estimated: false, pending: 0, status: 'ready' })
})

test('counts every one of twenty quick taps', async () => {
  const { shop, clock } = await openPage()
  for (let tap = 0; tap < 20; tap += 1) shop.cart.add(mug, mugVariant)
  expect(shop.cart.getState().count).toBe(20)
  await clock.pass(0)
  expect(quantities(shop)).toEqual({ 'mug-1': 20 })
})

test('makes one operation of a held quantity button', async () => {
  const sent: number[] = []
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    syncCart(sync) {
      sent.push(sync.operations.length)
      return merchant.syncCart(sync)
    },
  })
  const { shop, clock } = await openPage({ wrap })
  shop.cart.add(mug, mugVariant)
  for (let quantity = 2; quantity <= 9; quantity += 1) shop.cart.setQuantity('mug-1', quantity)
  await clock.pass(0)
  expect(quantities(shop)).toEqual({ 'mug-1': 9 })
  expect(sent.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
})

test.each(['lost-request', 'lost-answer'] as const)('applies an operation once after a %s', async (fault) => {
  let faults = 0
  const merchant = memoryMerchant({
    fault: (call) => {
      if (call !== 'syncCart' || faults === 0) return 'none'
      faults -= 1
      return fault
    },
  })
  const { shop, clock } = await openPage({ merchant })
  faults = 2
  shop.cart.add(mug, mugVariant, 3)
  await clock.pass(0)
  expect(shop.cart.getState()).toMatchObject({ count: 3, estimated: true, failure: { code: 'timeout' } })
  await clock.pass(60_000)
  expect(shop.cart.getState()).toMatchObject({ count: 3, estimated: false, failure: null })
})

test('keeps what was tapped offline through a reload and sends it when the network is back', async () => {
  let online = false
  const merchant = memoryMerchant({ fault: () => (online ? 'none' : { code: 'offline' }) })
  const first = await openPage({ merchant })
  first.shop.cart.add(shirt, shirtS, 2)
  first.shop.cart.add(mug, mugVariant)
  first.shop.cart.remove('mug-1')
  await first.clock.pass(3_600_000)
  const second = await first.reload()
  expect(quantities(second.shop)).toEqual({ 'shirt-s': 2 })
  online = true
  second.network.wake()
  await second.clock.pass(0)
  expect(second.shop.cart.getState()).toMatchObject({ count: 2, estimated: false })
})

test('shows what another device did after the page is looked at again', async () => {
  const one = await openPage()
  const two = await openPage({ merchant: one.merchant, clock: one.clock })
  one.shop.cart.add(mug, mugVariant)
  await one.clock.pass(0)
  expect(two.shop.cart.getState().count).toBe(0)
  two.network.wake()
  await two.clock.pass(0)
  expect(two.shop.cart.getState().count).toBe(1)
})

test('tells the buyer of a capped line once, also after a reload', async () => {
  const merchant = memoryMerchant({ stock: { 'shirt-m': 3 } })
  const first = await openPage({ merchant })
  first.shop.cart.add(shirt, shirtM, 5)
  await first.clock.pass(0)
  const [adjustment, ...others] = first.shop.cart.getState().adjustments
  expect(adjustment).toMatchObject({ code: 'capped', requested: 5, available: 3 })
  expect(others).toEqual([])
  const second = await first.reload()
  expect(second.shop.cart.getState().adjustments).toHaveLength(1)
  second.shop.cart.acknowledge(adjustment!.id)
  await second.clock.pass(0)
  const third = await second.reload()
  expect(third.shop.cart.getState().adjustments).toEqual([])
})

test('drops an operation that the server refuses, tells the buyer, and sends the others', async () => {
  const wrap = (merchant: Merchant): Merchant => ({
    ...merchant,
    async syncCart(sync) {
      const index = sync.operations.findIndex(
        (operation) => 'variantId' in operation && operation.variantId === 'shirt-s',
      )
      if (index < 0) return merchant.syncCart(sync)
      const issues = [{ path: `operations.${index}.quantity`, message: 'too odd' }]
      return { ok: false, error: { code: 'invalid', issues } }
    },
  })
  const { shop, clock } = await openPage({ wrap })
  shop.cart.add(mug, mugVariant)
  shop.cart.add(shirt, shirtS)
  shop.cart.add(shirt, shirtM)
  await clock.pass(0)
  expect(quantities(shop)).toEqual({ 'mug-1': 1, 'shirt-m': 1 })
  expect(shop.cart.getState().adjustments).toMatchObject([{ code: 'refused', title: shirt.title }])
})

test.each([0, -1, 1.5, 1000, Number.NaN])(
  'throws at a quantity of %s: only a programmer can ask for it',
  async (bad) => {
    const { shop } = await openPage()
    expect(() => shop.cart.add(mug, mugVariant, bad)).toThrow(RangeError)
    expect(() => shop.cart.setQuantity('mug-1', bad)).toThrow(RangeError)
    expect(shop.cart.getState().count).toBe(0)
  },
)

test('orders answers by revision, not by arrival', () => {
  const line = { productId: 'p', title: 't', options: {}, unitPrice: { amount: 1, currency: 'RUB' } }
  const answer = (revision: number, quantity: number): CartChanges => ({
    cartId: 'c',
    since: 1,
    revision,
    lines: [{ ...line, variantId: 'a', quantity }],
    removed: [],
    promoCodes: [],
    applied: [],
    adjustments: [],
  })
  const start = applyChanges(emptyCart, { ...answer(1, 1), since: 0 })
  const newer = applyChanges(start, answer(3, 9))
  expect(applyChanges(newer, answer(2, 5))).toBe(newer)
  expect(newer.lines[0]?.quantity).toBe(9)
})

test('brings back what was removed, with all its pieces, also offline and over a reload', async () => {
  let offline = false
  const merchant = memoryMerchant({
    fault: (call) => (offline && call === 'syncCart' ? { code: 'offline' } : 'none'),
  })
  const page = await openPage({ merchant })
  const { shop, clock } = page
  shop.cart.add(mug, mugVariant, 3)
  await clock.pass(0)
  offline = true
  const [line] = shop.cart.getState().lines
  if (!line) throw new Error('There is a line')
  shop.cart.remove('mug-1')
  expect(shop.cart.getState().count).toBe(0)
  shop.cart.restore(line)
  expect(quantities(shop)).toEqual({ 'mug-1': 3 })
  await clock.pass(0)
  const after = await page.reload()
  offline = false
  after.shop.cart.refresh()
  await after.clock.pass(0)
  expect(quantities(after.shop)).toEqual({ 'mug-1': 3 })
  expect(after.shop.cart.getState().pending).toBe(0)
})

test('knows what the shop asks of an order, and keeps it while the cart changes', async () => {
  const minimumOrder = { amount: 500_000, currency: 'RUB' }
  const { shop, clock } = await openPage({ merchant: memoryMerchant({ minimumOrder }) })
  expect(shop.cart.getState().terms).toEqual({
    minimum: minimumOrder,
    deliveryFrom: { amount: 0, currency: 'RUB' },
  })
  shop.cart.add(mug, mugVariant)
  await clock.pass(0)
  expect(shop.cart.getState().terms.minimum).toEqual(minimumOrder)
})

test('a market of several sellers has no one price of delivery to begin from', async () => {
  const linen = { ...shirt, id: 'linen', seller: { id: 'north', name: 'Nordic linen' } }
  const { shop } = await openPage({ merchant: memoryMerchant({ products: [mug, linen] }) })
  expect(shop.cart.getState().terms).toEqual({})
})

test('opens the buyer’s storage when the host has said who it is', async () => {
  const values = new Map<string, string>()
  const { shop } = await openPage({ values })
  await shop.storage.getState()?.set('own', 'kept')
  expect([...values].filter(([key]) => key.endsWith('_own'))).toHaveLength(1)
})
