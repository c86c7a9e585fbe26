import './dialog.ts'
import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { useState } from 'preact/hooks'
import { afterEach, expect, test } from 'vitest'
import { defineElements } from '../src/elements.ts'
import { ProductCard } from '../src/index.ts'
import { fill, openShop } from './open-shop.ts'

let pages = 0

afterEach(() => document.body.replaceChildren())

async function openPage(html: (prefix: string) => string) {
  const page = await openShop()
  pages += 1
  const prefix = `slots${pages}`
  document.body.innerHTML = html(prefix)
  defineElements(page.shop, { prefix })
  const find = (name: string) => document.querySelector<HTMLElement>(`${prefix}-${name}`)
  const inside = async (name: string) => {
    await waitFor(() => expect(find(name)).toBeTruthy())
    return within(find(name)?.shadowRoot as unknown as HTMLElement)
  }
  return { ...page, find, inside }
}

/** The named slots of a card, in its order, each with what stands before it. */
function slotsOf(card: HTMLElement | null): string[] {
  return Array.from(card?.shadowRoot?.querySelectorAll('slot') ?? [], ({ name }) => name)
}

test('a card has a place for each thing that the page puts in', async () => {
  const { inside, find } = await openPage(
    (prefix) =>
      `<${prefix}-product-card product="mug"><i slot="before-button">3</i><i slot="badge">1</i><i slot="under-title">2</i></${prefix}-product-card>`,
  )
  const card = await inside('product-card')
  await card.findByRole('article')
  expect(slotsOf(find('product-card'))).toEqual(['badge', 'under-title', 'before-button'])
  const slot = (name: string) => find('product-card')?.shadowRoot?.querySelector(`slot[name=${name}]`)
  expect(slot('badge')?.parentElement?.className).toBe('v-frame')
  expect(slot('under-title')?.previousElementSibling?.getAttribute('part')).toBe('title')
  expect(slot('before-button')?.nextElementSibling?.getAttribute('part')).toBe('add-to-cart')
})

test('a card into which nothing is put has no more nodes than before', async () => {
  const { inside, find } = await openPage(
    (prefix) =>
      `<${prefix}-product-card product="mug"><div><i slot="badge">1</i></div></${prefix}-product-card>`,
  )
  await (await inside('product-card')).findByRole('article')
  expect(slotsOf(find('product-card'))).toEqual([])
})

test('what is put in later is there when the card is drawn anew', async () => {
  const { inside, find } = await openPage(
    (prefix) => `<${prefix}-product-card product="mug"></${prefix}-product-card>`,
  )
  const card = await inside('product-card')
  await card.findByRole('article', { name: 'Stoneware mug' })
  const badge = document.createElement('b')
  badge.slot = 'badge'
  find('product-card')?.append(badge)
  find('product-card')?.setAttribute('product', 'shirt')
  await card.findByRole('article', { name: 'Linen shirt' })
  expect(slotsOf(find('product-card'))).toEqual(['badge'])
})

test('a card of Preact takes in what is given, lives on with it, and lets it go', async () => {
  const { shop } = await openShop()
  function Counter() {
    const [count, setCount] = useState(0)
    return <button type="button" onClick={() => setCount(count + 1)}>{`Liked ${count}`}</button>
  }
  const card = (slots: Parameters<typeof ProductCard>[0]['slots']) => (
    <ProductCard shop={shop} product="mug" onOpen={() => {}} layout="row" slots={slots} />
  )
  const { rerender, container, unmount } = render(card({ badge: 'New', 'before-button': <Counter /> }))
  await screen.findByRole('article')
  expect(screen.getByText('New').closest('.v-frame')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Liked 0' }))
  rerender(card({ badge: 'Newer', 'before-button': <Counter /> }))
  expect(screen.getByText('Newer')).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Liked 1' })).toBeTruthy()
  expect(container.querySelector('[data-layout=row]')).toBeTruthy()
  rerender(card({ badge: 'Newer' }))
  expect(screen.queryByRole('button', { name: /Liked/ })).toBeNull()
  unmount()
})

const footer = (prefix: string) =>
  `<${prefix}-cart-button><p slot="cart-footer">Free delivery from 3 000</p></${prefix}-cart-button>
   <${prefix}-product-card product="mug"></${prefix}-product-card>`

test('what a page puts into the cart stands in the sheet while it is open, and then where it was', async () => {
  const { shop, find, inside } = await openPage(footer)
  const words = screen.getByText('Free delivery from 3 000')
  let taps = 0
  words.addEventListener('click', () => {
    taps += 1
  })
  await fill(shop)
  // From a card: the cart is a screen further.
  await userEvent.click(await (await inside('product-card')).findByRole('button', { name: 'Stoneware mug' }))
  const sheet = await inside('sheet')
  await userEvent.click(await sheet.findByRole('button', { name: 'In cart: 1' }))
  await sheet.findByRole('button', { name: 'Check out' })
  const slot = find('sheet')?.shadowRoot?.querySelector('slot')
  expect(slot?.assignedElements()).toEqual([words])
  words.click()
  expect(taps).toBe(1)
  await userEvent.click(sheet.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(find('sheet')).toBeNull())
  expect(words.parentElement).toBe(find('cart-button'))
})

test('what the page takes away while the sheet is open does not come back', async () => {
  const { find, inside } = await openPage(footer)
  const words = screen.getByText('Free delivery from 3 000')
  await userEvent.click(await (await inside('cart-button')).findByRole('button', { name: 'Cart' }))
  const sheet = await inside('sheet')
  words.remove()
  await userEvent.click(await sheet.findByRole('button', { name: 'Close' }))
  await waitFor(() => expect(find('sheet')).toBeNull())
  expect(words.isConnected).toBe(false)
})

test('a whole shop takes in what is put into its cart', async () => {
  const { shop, find, inside } = await openPage(
    (prefix) => `<${prefix}-shop route="cart"><p slot="cart-footer">Gift wrap is free</p></${prefix}-shop>`,
  )
  await fill(shop)
  await (await inside('shop')).findByRole('button', { name: 'Check out' })
  const slot = find('shop')?.shadowRoot?.querySelector('slot')
  expect(slot?.assignedElements()).toEqual([screen.getByText('Gift wrap is free')])
})
