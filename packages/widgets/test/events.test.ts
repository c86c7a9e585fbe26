import './dialog.ts'
import { waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { defineElements, type VitrinaEventMap } from '../src/elements.ts'
import { announceShop } from '../src/events.ts'
import { fill, openShop } from './open-shop.ts'
// Compiled before the first test: on a busy machine that takes longer than a test waits.
import '../src/page.tsx'
import '../src/texts/en.ts'

let shops = 0
const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

async function definePage(options: Parameters<typeof openShop>[0] = {}) {
  const page = await openShop(options)
  const shop = announceShop(page.shop)
  stops.push(shop.stop)
  shops += 1
  const prefix = `events${shops}`
  defineElements(shop, { prefix })
  const add = (name: string, attributes: Record<string, string> = {}) => {
    const element = document.createElement(`${prefix}-${name}`)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.body.append(element)
    return { element, ...within(element.shadowRoot as unknown as HTMLElement) }
  }
  return { ...page, shop, add, prefix }
}

/** The events of one name, as a page that listens at its document hears them. */
function hear<Name extends keyof VitrinaEventMap>(name: Name, prevent = false): VitrinaEventMap[Name][] {
  const heard: VitrinaEventMap[Name][] = []
  const listen = (event: Event) => {
    heard.push(event as VitrinaEventMap[Name])
    if (prevent) event.preventDefault()
  }
  document.addEventListener(name, listen)
  stops.push(() => document.removeEventListener(name, listen))
  return heard
}

test('a card tells what is added before it is, and what became of it', async () => {
  const { add, shop } = await definePage()
  const counts: number[] = []
  const listen = () => counts.push(shop.cart.getState().count)
  document.addEventListener('vitrina-add', listen)
  stops.push(() => document.removeEventListener('vitrina-add', listen))
  const heard = hear('vitrina-add')
  const card = add('product-card', { product: 'mug' })
  await userEvent.click(await card.findByRole('button', { name: 'Add to cart' }))
  const [event] = heard
  expect(counts).toEqual([0])
  expect(event?.target).toBe(card.element)
  expect(event?.detail.intent.map((one) => (typeof one === 'object' ? one.id : one))).toEqual([
    'mug',
    'mug-1',
  ])
  expect(await event?.detail.result).toEqual({ ok: true, value: undefined })
  expect(shop.cart.getState()).toMatchObject({ count: 1, pending: 0 })
})

test('what the page prevents is not added', async () => {
  const { add, shop } = await definePage()
  const heard = hear('vitrina-add', true)
  const card = add('product-card', { product: 'mug' })
  await userEvent.click(await card.findByRole('button', { name: 'Add to cart' }))
  expect(await heard[0]?.detail.result).toEqual({ ok: false, error: { code: 'prevented' } })
  expect(shop.cart.getState().count).toBe(0)
})

test('an add that does not reach the server says so, and stays in the cart', async () => {
  let offline = false
  const fault = () => (offline ? ({ code: 'offline' } as const) : 'none')
  const { add, shop } = await definePage({ merchant: { fault } })
  const heard = hear('vitrina-add')
  const card = add('product-card', { product: 'mug' })
  const button = await card.findByRole('button', { name: 'Add to cart' })
  offline = true
  await userEvent.click(button)
  expect(await heard[0]?.detail.result).toEqual({ ok: false, error: { code: 'offline' } })
  expect(shop.cart.getState().count).toBe(1)
})

test('a page that prevents the sheet shows its own', async () => {
  const { add, prefix } = await definePage()
  const heard = hear('vitrina-open', true)
  const card = add('product-card', { product: 'mug' })
  const button = add('cart-button')
  await userEvent.click(await card.findByRole('button', { name: 'Stoneware mug' }))
  await userEvent.click(button.getByRole('button', { name: 'Cart' }))
  expect(heard.map(({ detail, target }) => [detail, target])).toEqual([
    [{ name: 'product', id: 'mug' }, card.element],
    [{ name: 'cart' }, button.element],
  ])
  expect(document.querySelector(`${prefix}-sheet`)).toBeNull()
  expect(card.queryByRole('alert')).toBeNull()
})

test('tells of each step from the cart to the order, from the element that it is taken in', async () => {
  const { add, shop } = await definePage()
  await fill(shop)
  const more = hear('vitrina-set-quantity')
  const less = hear('vitrina-remove')
  const begun = hear('vitrina-begin-checkout')
  const placed = hear('vitrina-place-order')
  const page = add('shop', { route: 'cart' })
  await userEvent.click(await page.findByRole('button', { name: /^More/ }))
  expect(more[0]).toMatchObject({ target: page.element, detail: { intent: ['mug-1', 2] } })
  await userEvent.click(page.getByRole('button', { name: 'Check out' }))
  expect(begun[0]?.detail).toMatchObject({ count: 2 })
  await userEvent.click(await page.findByRole('button', { name: 'Place order' }))
  const result = await placed[0]?.detail.result
  expect(result).toMatchObject({ ok: false, error: { code: 'incomplete' } })
  await userEvent.click(page.getByRole('button', { name: 'Back' }))
  await userEvent.click(await page.findByRole('button', { name: /^Remove/ }))
  expect(less[0]).toMatchObject({ detail: { intent: ['mug-1'] } })
})

test('a checkout that the page prevents is not begun', async () => {
  const { add, shop } = await definePage()
  await fill(shop)
  hear('vitrina-begin-checkout', true)
  const page = add('shop', { route: 'cart' })
  await userEvent.click(await page.findByRole('button', { name: 'Check out' }))
  expect(shop.checkout.getState().step).toBe('closed')
  expect(page.getByRole('heading', { name: 'Cart' })).toBeTruthy()
})

test('a placed order is told with its number', async () => {
  const { add, shop } = await definePage()
  await fill(shop)
  const heard = hear('vitrina-place-order')
  add('shop', { route: 'checkout' })
  await waitFor(() => expect(shop.checkout.getState()).toMatchObject({ deliveryOptions: [{}, {}] }))
  shop.checkout.edit({
    name: 'Vera',
    phone: '8 916 000-01-01',
    delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' },
    paymentMethod: 'cash',
    consent: true,
  })
  await waitFor(() => expect(shop.checkout.getState()).toMatchObject({ quote: { delivery: {} } }))
  shop.checkout.place()
  const result = await heard[0]?.detail.result
  expect(result).toMatchObject({ ok: true })
  expect(result?.ok && result.value[0]?.number).toBeTruthy()
})

test('a property is its attribute, also when it was set before the element was defined', async () => {
  const early = document.createElement(`events${shops + 1}-product-card`)
  Object.assign(early, { product: 'shirt' })
  document.body.append(early)
  const { add } = await definePage()
  expect(early.getAttribute('product')).toBe('shirt')
  const { element, ...card } = add('product-card')
  Object.assign(element, { product: 'mug' })
  expect(element.getAttribute('product')).toBe('mug')
  expect(await card.findByRole('article', { name: 'Stoneware mug' })).toBeTruthy()
  Object.assign(element, { product: null })
  expect(element.hasAttribute('product')).toBe(false)
})
