import { expect, test } from 'vitest'
import type { CheckoutDraft, Product, Variant } from '../src/index.ts'
import { type MemoryMerchant, memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const [mug, shirt] = sampleProducts as [Product, Product]
const [small] = shirt.variants as [Variant]
const linen: Product = {
  ...shirt,
  seller: { id: 'north', name: 'Nordic linen' },
  options: [],
  variants: [{ ...small, options: {} }],
}

const draft: CheckoutDraft = {
  name: 'Anna Orlova',
  phone: '+7 916 123-45-67',
  delivery: { kind: 'courier', optionId: 'courier', address: 'Sadovaya 1' },
  paymentMethod: 'card',
  consent: true,
}

async function order(merchant: MemoryMerchant, patch: Partial<CheckoutDraft> = {}): Promise<Page> {
  const page = await openPage({ merchant })
  for (const product of [mug, linen]) page.shop.cart.add(product, product.variants[0] as Variant)
  page.shop.checkout.open()
  page.shop.checkout.edit({ ...draft, ...patch })
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  return page
}

const market = (fault?: Parameters<typeof memoryMerchant>[0]) =>
  memoryMerchant({ products: [mug, linen], ...fault })

function paid(page: Page) {
  const state = page.shop.checkout.getState()
  if (!('order' in state)) throw new Error(`There is no order, but ${state.step}`)
  return { step: state.step, seller: state.order.seller.id, orders: state.orders.length }
}

test('shows all orders of a checkout', async () => {
  const page = await order(market(), { paymentMethod: 'cash' })
  expect(paid(page)).toEqual({ step: 'placed', seller: 'shop', orders: 2 })
})

test('leads from the payment of one seller’s order to the next', async () => {
  const merchant = market()
  const page = await order(merchant)
  expect(paid(page)).toEqual({ step: 'paying', seller: 'shop', orders: 2 })
  merchant.settlePayment('payment-1', 'paid')
  await page.clock.pass(2000)
  expect(paid(page)).toEqual({ step: 'paying', seller: 'north', orders: 2 })
  expect(page.host.opened.at(-1)).toBe('https://acquirer.example/payment-2')
  merchant.settlePayment('payment-2', 'paid')
  await page.clock.pass(2000)
  expect(paid(page)).toEqual({ step: 'placed', seller: 'shop', orders: 2 })
})

test('stays with an order whose payment failed, and goes on after it', async () => {
  const merchant = market()
  const page = await order(merchant)
  merchant.settlePayment('payment-1', 'declined')
  await page.clock.pass(2000)
  expect(paid(page)).toEqual({ step: 'unpaid', seller: 'shop', orders: 2 })
  page.shop.checkout.pay()
  await page.clock.pass(0)
  merchant.settlePayment('payment-2', 'paid')
  await page.clock.pass(2000)
  expect(paid(page)).toEqual({ step: 'paying', seller: 'north', orders: 2 })
})

test('after a reload it is still the second order that waits', async () => {
  const merchant = market()
  const first = await order(merchant)
  merchant.settlePayment('payment-1', 'paid')
  await first.clock.pass(2000)
  const second = await first.reload()
  await second.clock.pass(0)
  expect(paid(second)).toEqual({ step: 'paying', seller: 'north', orders: 2 })
  expect(second.host.opened).toEqual([])
  merchant.settlePayment('payment-2', 'paid')
  second.network.wake()
  await second.clock.pass(0)
  expect(paid(second)).toEqual({ step: 'placed', seller: 'shop', orders: 2 })
})

test('an order that was cancelled meanwhile is passed over', async () => {
  const merchant = market()
  const page = await order(merchant)
  const orders = await merchant.orders({})
  const [one] = orders.ok ? orders.value : []
  await merchant.cancelOrder(one?.id ?? '')
  await page.clock.pass(2000)
  expect(paid(page)).toEqual({ step: 'paying', seller: 'north', orders: 2 })
})

test('a lost answer to the order finds all of them', async () => {
  let lose = true
  const merchant = market({ fault: (call) => (call === 'placeOrder' && lose ? 'lost-answer' : 'none') })
  const page = await order(merchant, { paymentMethod: 'cash' })
  lose = false
  await page.clock.pass(60_000)
  expect(paid(page)).toEqual({ step: 'placed', seller: 'shop', orders: 2 })
})
