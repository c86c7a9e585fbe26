import { expect, test } from 'vitest'
import { ok, reorder } from '../src/index.ts'
import { memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

async function ordered(page: Page, quantity: number): Promise<string> {
  const product = sampleProducts.find(({ variants }) => variants.some(({ id }) => id === 'mug-1'))!
  page.shop.cart.add(product, product.variants[0]!, quantity)
  await page.clock.pass(0)
  expect((await page.shop.cart.drained()).ok).toBe(true)
  const options = await page.merchant.deliveryOptions()
  const option = options.ok && options.value.find(({ kind }) => kind === 'courier')
  if (!option) throw new Error('no courier')
  const quote = await page.merchant.quote({ deliveryOptionId: option.id })
  if (!quote.ok) throw new Error(quote.error.code)
  const order = await page.merchant.placeOrder({
    checkoutId: 'checkout-1',
    quoteHash: quote.value.hash,
    contact: { name: 'Anna', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: option.id, address: 'Sadovaya 1' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  })
  if (!order.ok) throw new Error(order.error.code)
  page.shop.cart.refresh()
  await page.clock.pass(0)
  expect((await page.shop.cart.drained()).ok).toBe(true)
  expect(page.shop.cart.getState().count).toBe(0)
  return order.value[0]?.id ?? ''
}

test('puts what was ordered into the cart again, also when the answer to it was lost', async () => {
  let lost = 0
  const merchant = memoryMerchant({
    fault: (call) => {
      if (call !== 'syncCart' || lost === 0) return 'none'
      lost -= 1
      return 'lost-answer'
    },
  })
  const page = await openPage({ merchant })
  const id = await ordered(page, 3)
  lost = 1
  expect(await reorder(page.shop, id)).toEqual({ ok: true, value: { pieces: 3, gone: [] } })
  await page.clock.pass(60_000)
  expect((await page.shop.cart.drained()).ok).toBe(true)
  expect(page.shop.cart.getState().lines).toMatchObject([{ variantId: 'mug-1', quantity: 3 }])
})

test('of what there is less now, the cart tells', async () => {
  const page = await openPage({ merchant: memoryMerchant({ stock: { 'mug-1': 4 } }) })
  const id = await ordered(page, 3)
  await reorder(page.shop, id)
  await page.clock.pass(0)
  expect((await page.shop.cart.drained()).ok).toBe(true)
  expect(page.shop.cart.getState().lines).toMatchObject([{ quantity: 1 }])
  expect(page.shop.cart.getState().adjustments).toMatchObject([
    { code: 'capped', requested: 3, available: 1 },
  ])
})

test('names what the shop does not have any more', async () => {
  const page = await openPage()
  const id = await ordered(page, 1)
  const none = {
    ...page.shop.catalogue,
    products: async () => ok({ products: [] }),
  }
  const done = await reorder({ ...page.shop, catalogue: none }, id)
  expect(done).toMatchObject({ ok: true, value: { pieces: 0, gone: [expect.stringMatching(/./)] } })
  expect(page.shop.cart.getState().count).toBe(0)
})

test('puts nothing in when the order cannot be had', async () => {
  const page = await openPage()
  expect(await reorder(page.shop, 'no-such-order')).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(page.shop.cart.getState().pending).toBe(0)
})
