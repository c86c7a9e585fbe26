import './dialog.ts'
import { waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { defineElements } from '../src/elements.ts'
import { miniCart } from '../src/mini-cart.ts'
import { fill, openShop, sample } from './open-shop.ts'
// Compiled before the first test: on a busy machine that takes longer than a test waits.
import '../src/mini-cart/open-mini-cart.ts'
import '../src/page.tsx'
import '../src/texts/en.ts'

let shops = 0
const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  document.body.replaceChildren()
})

async function definePage(options: Parameters<typeof openShop>[0] = {}) {
  const { shop } = await openShop(options)
  shops += 1
  const prefix = `mini${shops}`
  defineElements(shop, { prefix })
  const stop = miniCart(shop, { prefix })
  stops.push(stop)
  const element = document.createElement(`${prefix}-cart-button`)
  document.body.append(element)
  const inside = within(element.shadowRoot as unknown as HTMLElement)
  const button = () => inside.getByRole('button', { name: /^Cart/ })
  // This DOM knows no popovers, and hides what is one.
  const found = () => element.shadowRoot?.querySelector<HTMLElement>('[part=mini-cart]') ?? null
  const mini = async () => {
    button().blur()
    button().focus()
    await waitFor(() => expect(found()).toBeTruthy())
    return within(found() as HTMLElement)
  }
  return { shop, prefix, stop, element, button, found, mini }
}

const later = () => new Promise((resolve) => setTimeout(resolve, 300))

test('shows the last three lines, what is left, and the sum, and follows the cart', async () => {
  const mug = sample('mug')
  const products = ['a', 'b', 'c', 'd'].map((id) => {
    return { ...mug, id, title: `Mug ${id}`, variants: mug.variants.map((variant) => ({ ...variant, id })) }
  })
  const { shop, mini, found } = await definePage({ merchant: { products } })
  for (const product of products) shop.cart.add(product, product.variants[0]!, 2)
  const box = await mini()
  const lines = box.getAllByRole('listitem', { hidden: true })
  expect(lines.at(-1)?.textContent).toBe('+ 2 items')
  expect(lines.map(({ textContent }) => textContent?.slice(0, 5))).toEqual([
    'Mug d',
    'Mug c',
    'Mug b',
    '+ 2 i',
  ])
  shop.cart.setQuantity('a', 5)
  await waitFor(() => expect(lines.at(-1)?.isConnected).toBe(false))
  expect(box.getByText('+ 5 items')).toBeTruthy()
  for (const { variantId } of shop.cart.getState().lines) shop.cart.remove(variantId)
  expect(found()).toBeNull()
})

test('an empty cart shows nothing', async () => {
  const { button, found } = await definePage()
  button().focus()
  await later()
  expect(found()).toBeNull()
})

test('goes to the cart, or to the checkout, if the page has nothing against it', async () => {
  const { shop, mini, prefix } = await definePage()
  await fill(shop)
  const prevent = (event: Event) => event.preventDefault()
  document.addEventListener('vitrina-begin-checkout', prevent, { once: true })
  await userEvent.click((await mini()).getByText('Check out'))
  await later()
  expect(document.querySelector(`${prefix}-sheet`)).toBeNull()
  await userEvent.click((await mini()).getByText('Cart'))
  await waitFor(() => expect(document.querySelector(`${prefix}-sheet`)).toBeTruthy())
})

test('a finger gets the cart itself, and after its end nobody gets anything', async () => {
  const { shop, element, stop, button, found } = await definePage()
  await fill(shop)
  await userEvent.pointer({ keys: '[TouchA>]', target: element })
  await later()
  expect(found()).toBeNull()
  stop()
  button().focus()
  await later()
  expect(found()).toBeNull()
})
