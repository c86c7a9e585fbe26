import { expect, test } from 'vitest'
import { type CheckoutDraft, type DeliveryOption, emptyDraft, forget, money } from '../src/index.ts'
import { memoryMerchant, sampleProducts } from '../src/memory.ts'
import { openPage, type Page } from './page.ts'

const mug = sampleProducts[0]!
const delivery: DeliveryOption[] = [
  { id: 'courier', kind: 'courier', title: 'Courier', price: money(100, 'RUB') },
  {
    id: 'pickup',
    kind: 'pickup',
    title: 'Point',
    price: money(0, 'RUB'),
    points: [{ id: 'near', title: 'Near', address: 'Mira 3' }],
  },
]
const draft: CheckoutDraft = {
  name: 'Anna Orlova',
  phone: '8 (916) 123-45-67',
  delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'near' },
  paymentMethod: 'cash',
  consent: true,
}

async function order(page: Page, edited = draft): Promise<void> {
  page.shop.cart.add(mug, mug.variants[0]!)
  page.shop.checkout.open()
  await page.clock.pass(0)
  page.shop.checkout.edit(edited)
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  expect(page.shop.checkout.getState().step).toBe('placed')
}

async function draftOf(page: Page): Promise<CheckoutDraft | undefined> {
  page.shop.checkout.open()
  await page.clock.pass(0)
  const state = page.shop.checkout.getState()
  return state.step === 'filling' ? state.draft : undefined
}

test('the next checkout of this browser asks for nothing that the last one knows, but for the consent', async () => {
  const page = await openPage({ merchant: memoryMerchant({ delivery }) })
  await order(page)
  page.shop.checkout.close()
  await page.clock.pass(0)
  const later = await page.reload()
  expect(await draftOf(later)).toEqual({ ...draft, consent: false })
})

test('whoever is forgotten leaves nothing in the browser', async () => {
  const values = new Map<string, string>()
  const page = await openPage({ merchant: memoryMerchant({ delivery }), values })
  await order(page)
  const [placed] = await page.shop.orders.list().then((orders) => (orders.ok ? orders.value : []))
  expect(await forget(page.shop)).toMatchObject({ error: { code: 'orders-open' } })
  expect([...values.values()].join()).toContain('Anna Orlova')
  await page.shop.orders.cancel(placed?.id ?? '')
  expect(await forget(page.shop)).toMatchObject({ ok: true })
  await page.clock.pass(0)
  expect([...values.values()].join()).not.toMatch(/Anna|916/)
  expect(await draftOf(await page.reload())).toEqual(emptyDraft)
})

test('an order that is on its way is not forgotten', async () => {
  let lost = true
  const fault = (call: string) => (lost && call === 'placeOrder' ? ('lost-answer' as const) : 'none')
  const page = await openPage({ merchant: memoryMerchant({ delivery, fault }) })
  page.shop.cart.add(mug, mug.variants[0]!)
  page.shop.checkout.open()
  await page.clock.pass(0)
  page.shop.checkout.edit(draft)
  await page.clock.pass(0)
  page.shop.checkout.place()
  await page.clock.pass(0)
  page.shop.checkout.forget()
  expect(page.shop.checkout.getState().step).toBe('checking')
  lost = false
  await page.clock.pass(5000)
  expect(page.shop.checkout.getState().step).toBe('placed')
})
