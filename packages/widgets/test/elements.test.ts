import './dialog.ts'
import { waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { defineElements } from '../src/elements.ts'
import { openShop } from './open-shop.ts'

let shops = 0

afterEach(() => document.body.replaceChildren())

async function definePage(options: Parameters<typeof openShop>[0] = {}) {
  const page = await openShop(options)
  shops += 1
  const prefix = `test${shops}`
  defineElements(page.shop, { prefix })
  const add = (name: string, attributes: Record<string, string> = {}) => {
    const element = document.createElement(`${prefix}-${name}`)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    document.body.append(element)
    return inside(element)
  }
  const sheet = async () => {
    await waitFor(() => expect(document.querySelector(`${prefix}-sheet`)).toBeTruthy())
    return inside(document.querySelector(`${prefix}-sheet`) as HTMLElement)
  }
  return { ...page, add, sheet, prefix }
}

function inside(element: HTMLElement) {
  if (!element.shadowRoot) throw new Error('No shadow root')
  return { element, root: element.shadowRoot, ...within(element.shadowRoot as unknown as HTMLElement) }
}

test('a card in a shadow root puts its product in the cart, and the button counts it', async () => {
  const { add } = await definePage()
  const button = add('cart-button')
  const card = add('product-card', { product: 'mug' })
  await userEvent.click(await card.findByRole('button', { name: 'Add to cart' }))
  expect(await button.findByRole('button', { name: 'Cart, 1 item' })).toBeTruthy()
  expect(card.root.querySelector('[part=card]')).toBeTruthy()
})

test('asks for all the cards of a page in one request', async () => {
  const asked: string[][] = []
  const { add } = await definePage({
    wrap: (merchant) => ({
      ...merchant,
      products(query) {
        asked.push([...(query.ids ?? [])])
        return merchant.products(query)
      },
    }),
  })
  const cards = ['mug', 'shirt', 'lamp'].map((product) => add('product-card', { product }))
  for (const card of cards) await card.findByRole('article')
  expect(asked).toEqual([['mug', 'shirt', 'lamp']])
})

test('shows another product when the attribute changes', async () => {
  const { add } = await definePage()
  const card = add('product-card', { product: 'mug' })
  await card.findByRole('article', { name: 'Stoneware mug' })
  card.element.setAttribute('product', 'shirt')
  expect(await card.findByRole('article', { name: 'Linen shirt' })).toBeTruthy()
})

test('survives being moved in the page', async () => {
  const { add, shop } = await definePage()
  const card = add('product-card', { product: 'mug' })
  await card.findByRole('article')
  document.body.prepend(card.element)
  await userEvent.click(await card.findByRole('button', { name: 'Add to cart' }))
  expect(shop.cart.getState().count).toBe(1)
})

test('opens a product in a sheet and gives the focus back when it closes', async () => {
  const { add, sheet, prefix } = await definePage()
  const card = add('product-card', { product: 'mug' })
  const title = await card.findByRole('button', { name: 'Stoneware mug' })
  title.focus()
  await userEvent.click(title)
  const open = await sheet()
  await open.findByRole('heading', { name: 'Stoneware mug' })
  await waitFor(() => expect(document.documentElement.style.overflow).toBe('hidden'))
  await userEvent.click(open.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(document.querySelector(`${prefix}-sheet`)).toBeNull())
  expect(document.documentElement.style.overflow).toBe('')
  expect(card.root.activeElement).toBe(title)
})

test('opens the cart in a sheet, once however often it is tapped', async () => {
  const { add, sheet, prefix } = await definePage()
  const button = add('cart-button')
  await userEvent.dblClick(button.getByRole('button', { name: 'Cart' }))
  await (await sheet()).findByText('The cart is empty')
  expect(document.querySelectorAll(`${prefix}-sheet`).length).toBe(1)
})

test('follows the host from light to dark, but not against the author', async () => {
  const { add, host } = await definePage()
  const card = add('product-card', { product: 'mug' })
  const own = add('cart-button', { 'data-scheme': 'light' })
  expect(card.element.dataset.scheme).toBe('light')
  host.appearance.set({ scheme: 'dark', insets: { top: 40, right: 0, bottom: 0, left: 0 } })
  expect(card.element.dataset.scheme).toBe('dark')
  expect(own.element.dataset.scheme).toBe('light')
  expect(card.element.style.getPropertyValue('--v-inset-top')).toBe('40px')
})

test('shows a whole shop, beginning at its route', async () => {
  const { add } = await definePage()
  const shop = add('shop', { route: 'orders' })
  expect(await shop.findByText('No orders yet')).toBeTruthy()
})

test('lets nothing but text and elements in: no style attributes, no style elements', async () => {
  const { add } = await definePage()
  const shop = add('shop')
  await shop.findByRole('article', { name: 'Stoneware mug' })
  expect(shop.root.querySelectorAll('style, [style], link').length).toBe(0)
})
