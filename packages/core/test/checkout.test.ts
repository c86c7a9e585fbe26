import { expect, test } from 'vitest'
import type { CheckoutDraft, Merchant } from '../src/index.ts'
import { type MemoryMerchant, memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const mug = sampleProducts[0]!
const filled: CheckoutDraft = {
  name: 'Anna Orlova',
  phone: '8 (916) 123-45-67',
  delivery: { kind: 'courier', optionId: 'courier', address: 'Sadovaya 1' },
  paymentMethod: 'cash',
  consent: true,
}

async function fill(page: Page, draft: Partial<CheckoutDraft> = {}): Promise<void> {
  page.shop.cart.add(mug, mug.variants[0]!)
  page.shop.checkout.open()
  await page.clock.pass(0)
  page.shop.checkout.edit({ ...filled, ...draft })
  await page.clock.pass(0)
}

const stepOf = ({ shop }: Page) => shop.checkout.getState().step

test('places a cash order for the total that was shown', async () => {
  const page = await openPage()
  await fill(page)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'filling',
    quote: { total: { amount: 164000 } },
  })
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { state: 'confirmed', total: { amount: 164000 }, contact: { phone: '+79161234567' } },
  })
  expect(page.shop.cart.getState().count).toBe(0)
})

test('names every field that is missing, and keeps what was typed', async () => {
  const page = await openPage()
  await fill(page, { name: ' ', phone: '12', delivery: null, paymentMethod: null, consent: false })
  page.shop.checkout.place()
  const state = page.shop.checkout.getState()
  expect(state).toMatchObject({ step: 'filling', draft: { phone: '12' } })
  expect(state.step === 'filling' && state.problems.map(({ field }) => field)).toEqual([
    'name',
    'phone',
    'delivery',
    'payment',
    'consent',
  ])
})

test('makes one order of two clicks', async () => {
  const page = await openPage()
  await fill(page)
  page.shop.checkout.place()
  page.shop.checkout.place()
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  const orders = await page.shop.orders.list()
  expect(orders.ok && orders.value).toHaveLength(1)
})

test('checks, and never orders twice, when the answer to the order is lost', async () => {
  let lose = true
  const merchant = memoryMerchant({
    fault: (call) => (call === 'placeOrder' && lose ? 'lost-answer' : 'none'),
  })
  const page = await openPage({ merchant })
  await fill(page)
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(stepOf(page)).toBe('checking')
  lose = false
  await page.clock.pass(2000)
  expect(stepOf(page)).toBe('placed')
  const orders = await page.shop.orders.list()
  expect(orders.ok && orders.value).toHaveLength(1)
})

test('sends the same order again when the request never arrived', async () => {
  const sent: string[] = []
  let lose = true
  const merchant = memoryMerchant({
    fault: (call) => (call === 'placeOrder' && lose ? 'lost-request' : 'none'),
  })
  const wrap = (inner: Merchant): Merchant => ({
    ...inner,
    placeOrder(request) {
      sent.push(JSON.stringify(request))
      return inner.placeOrder(request)
    },
  })
  const page = await openPage({ merchant, wrap })
  await fill(page)
  page.shop.checkout.place()
  await page.clock.pass(0)
  lose = false
  await page.clock.pass(10_000)
  expect(stepOf(page)).toBe('placed')
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
})

test('goes on checking after a reload in the middle of placing', async () => {
  let lose = true
  const merchant = memoryMerchant({
    fault: (call) => (call === 'placeOrder' && lose ? 'lost-answer' : 'none'),
  })
  const first = await openPage({ merchant })
  await fill(first)
  first.shop.checkout.place()
  await first.clock.pass(0)
  lose = false
  const second = await first.reload()
  await second.clock.pass(0)
  expect(stepOf(second)).toBe('placed')
  const orders = await second.shop.orders.list()
  expect(orders.ok && orders.value).toHaveLength(1)
})

test('does not send an order of yesterday again, and keeps what was typed', async () => {
  const merchant = memoryMerchant({ fault: (call) => (call === 'placeOrder' ? 'lost-request' : 'none') })
  const first = await openPage({ merchant })
  await fill(first)
  first.shop.checkout.place()
  await first.clock.pass(0)
  first.shop.stop()
  await first.clock.pass(86_400_000)
  const second = await first.reload()
  await second.clock.pass(0)
  expect(second.shop.checkout.getState()).toMatchObject({ step: 'filling', draft: { name: 'Anna Orlova' } })
})

test('shows both figures when a price moved, and charges the new one only after another click', async () => {
  const page = await openPage()
  await fill(page)
  page.merchant.setPrice('mug-1', 139000)
  page.shop.checkout.place()
  await page.clock.pass(0)
  const state = page.shop.checkout.getState()
  expect(state).toMatchObject({
    step: 'filling',
    failure: { code: 'price-changed', after: { amount: 174000 } },
  })
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { total: { amount: 174000 } },
  })
})

test('says what is left when the stock went elsewhere', async () => {
  const merchant = memoryMerchant({ stock: { 'mug-1': 5 } })
  const page = await openPage({ merchant })
  page.shop.cart.add(mug, mug.variants[0]!, 4)
  page.shop.checkout.open()
  page.shop.checkout.edit(filled)
  await page.clock.pass(0)
  merchant.setStock('mug-1', 1)
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'filling',
    failure: { code: 'sold-out', lines: [{ variantId: 'mug-1', requested: 4, left: 1 }] },
  })
  page.shop.cart.setQuantity('mug-1', 1)
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(stepOf(page)).toBe('placed')
})

async function placeByCard(merchant?: MemoryMerchant): Promise<Page> {
  const page = await openPage(merchant ? { merchant } : {})
  await fill(page, { paymentMethod: 'card' })
  page.shop.checkout.place()
  await page.clock.pass(0)
  return page
}

test('opens the acquirer and believes the server alone', async () => {
  const page = await placeByCard()
  expect(page.host.opened).toEqual(['https://acquirer.example/payment-1'])
  await page.clock.pass(10_000)
  expect(stepOf(page)).toBe('paying')
  page.merchant.settlePayment('payment-1', 'paid')
  await page.clock.pass(2000)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { payment: { state: 'paid' } },
  })
})

test('shows paid what the server knows is paid, though the host says that it failed (vk-bridge #613)', async () => {
  const page = await openPage()
  page.host.openLink = async () => {
    page.merchant.settlePayment('payment-1', 'paid')
    return { ok: false, error: { code: 'unknown', reason: 'Unknown error' } }
  }
  await fill(page, { paymentMethod: 'card' })
  const steps: string[] = []
  page.shop.checkout.subscribe(({ step }) => steps.push(step))
  page.shop.checkout.place()
  await page.clock.pass(2000)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'placed',
    order: { payment: { state: 'paid' } },
  })
  expect(steps).not.toContain('unpaid')
})

test('lets a declined order be paid again', async () => {
  const page = await placeByCard()
  page.merchant.settlePayment('payment-1', 'declined')
  await page.clock.pass(2000)
  expect(page.shop.checkout.getState()).toMatchObject({ step: 'unpaid', reason: 'declined' })
  page.shop.checkout.pay()
  await page.clock.pass(0)
  expect(page.host.opened.at(-1)).toBe('https://acquirer.example/payment-2')
  page.merchant.settlePayment('payment-2', 'paid')
  await page.clock.pass(2000)
  expect(stepOf(page)).toBe('placed')
})

test('shows the unpaid order after a reload, and pays the same attempt', async () => {
  const first = await placeByCard()
  const second = await first.reload()
  await second.clock.pass(0)
  expect(stepOf(second)).toBe('paying')
  second.shop.checkout.pay()
  await second.clock.pass(0)
  expect(second.host.opened).toEqual(['https://acquirer.example/payment-1'])
})

test('takes name and phone from the host, and says when the user refused', async () => {
  const page = await openPage({ host: { contact: { name: 'Vera Lis', phone: '+79990001122' } } })
  await fill(page, { name: '', phone: '' })
  await page.shop.checkout.useHostContact()
  expect(page.shop.checkout.getState()).toMatchObject({ draft: { name: 'Vera Lis', phone: '+79990001122' } })
  const refusing = await openPage({ host: { contact: null } })
  await fill(refusing, { name: 'Typed' })
  await refusing.shop.checkout.useHostContact()
  expect(refusing.shop.checkout.getState()).toMatchObject({
    draft: { name: 'Typed' },
    failure: { code: 'contact-refused', reason: 'denied' },
  })
})

test('begins another checkout after an order, without the consent of the last', async () => {
  const page = await openPage()
  await fill(page)
  page.shop.checkout.place()
  await page.clock.pass(0)
  page.shop.checkout.close()
  page.shop.cart.add(mug, mug.variants[0]!)
  page.shop.checkout.open()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({
    step: 'filling',
    draft: { name: 'Anna Orlova', consent: false },
  })
  page.shop.checkout.edit({ consent: true })
  page.shop.checkout.place()
  await page.clock.pass(0)
  const orders = await page.shop.orders.list()
  expect(orders.ok && orders.value).toHaveLength(2)
})

test('asks for the delivery and the total again when the network is back', async () => {
  let online = true
  const merchant = memoryMerchant({ fault: () => (online ? 'none' : { code: 'offline' }) })
  const page = await openPage({ merchant })
  page.shop.cart.add(mug, mug.variants[0]!)
  await page.clock.pass(0)
  online = false
  page.shop.checkout.open()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({ quote: null, failure: { code: 'offline' } })
  online = true
  page.network.wake()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState()).toMatchObject({ quote: { total: { amount: 129000 } }, failure: null })
  expect(page.shop.checkout.getState()).toMatchObject({
    deliveryOptions: [{ id: 'courier' }, { id: 'pickup' }],
  })
})
