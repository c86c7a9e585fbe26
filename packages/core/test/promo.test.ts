import { expect, test } from 'vitest'
import { memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const mug = sampleProducts[0]!
const variant = mug.variants[0]!
const promotions = [
  { code: 'ten', kind: 'percent', percent: 10 } as const,
  { code: 'FREE', kind: 'free-delivery' } as const,
]

const state = ({ shop }: Page) => shop.cart.getState()

async function filled(merchant = memoryMerchant({ promotions })) {
  const page = await openPage({ merchant })
  page.shop.cart.add(mug, variant)
  await page.clock.pass(0)
  return page
}

test('a code is seen at once, settled by the server, and there for every page of the buyer', async () => {
  const page = await filled()
  page.shop.cart.applyPromo(' Ten ')
  expect(state(page)).toMatchObject({ promoCodes: ['TEN'], estimated: true })
  await page.clock.pass(0)
  expect(state(page)).toMatchObject({ promoCodes: ['TEN'], estimated: false, adjustments: [] })
  const other = await openPage({ merchant: page.merchant })
  expect(state(other).promoCodes).toEqual(['TEN'])
  page.shop.cart.removePromo('TEN')
  expect(state(page).promoCodes).toEqual([])
  await page.clock.pass(0)
  other.network.wake()
  await other.clock.pass(0)
  expect(state(other).promoCodes).toEqual([])
})

test('a code that nobody knows is told, and nothing else of the cart changes', async () => {
  const page = await filled()
  page.shop.cart.applyPromo('oops')
  page.shop.cart.add(mug, variant)
  await page.clock.pass(0)
  expect(state(page)).toMatchObject({
    promoCodes: [],
    count: 2,
    pending: 0,
    adjustments: [{ code: 'promo-dropped', promoCode: 'OOPS', reason: 'unknown' }],
  })
})

test('nothing typed is nothing given', async () => {
  const page = await filled()
  page.shop.cart.applyPromo('  ')
  expect(state(page)).toMatchObject({ promoCodes: [], pending: 0 })
})

test('a code that was given offline outlives a reload', async () => {
  const world = { offline: false }
  const merchant = memoryMerchant({
    promotions,
    fault: () => (world.offline ? { code: 'offline' } : 'none'),
  })
  const page = await filled(merchant)
  world.offline = true
  page.shop.cart.applyPromo('free')
  await page.clock.pass(10)
  world.offline = false
  const reloaded = await page.reload()
  await reloaded.clock.pass(0)
  expect(state(reloaded)).toMatchObject({ promoCodes: ['FREE'], pending: 0 })
})

test('an order keeps its discount, and the next cart begins without codes', async () => {
  const page = await filled()
  page.shop.cart.applyPromo('ten')
  page.shop.checkout.open()
  await page.clock.pass(0)
  page.shop.checkout.edit({
    name: 'Anna',
    phone: '+79161234567',
    delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
    paymentMethod: 'cash',
    consent: true,
  })
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  const discount = { amount: variant.price.amount / 10, currency: 'RUB' }
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { subtotal: variant.price, discount, promos: [{ code: 'TEN', amount: discount }] },
  })
  expect(state(page)).toMatchObject({ promoCodes: [], lines: [] })
})

test('an order below the minimum is not made, and the screen is told how much is missing', async () => {
  const minimumOrder = { amount: variant.price.amount + 100, currency: 'RUB' }
  const page = await filled(memoryMerchant({ minimumOrder }))
  page.shop.checkout.open()
  await page.clock.pass(0)
  page.shop.checkout.edit({
    name: 'Anna',
    phone: '+79161234567',
    delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
    paymentMethod: 'cash',
    consent: true,
  })
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  const figures = { minimum: minimumOrder, missing: { amount: 100, currency: 'RUB' } }
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'filling',
    failure: { code: 'minimum-not-met', ...figures },
    quote: { adjustments: [{ code: 'minimum-not-met', ...figures }] },
  })
  expect(state(page).count).toBe(1)
})
