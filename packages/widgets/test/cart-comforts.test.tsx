import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop, sample, type TestShop } from './open-shop.ts'

const remove = () => screen.findByRole('button', { name: 'Remove: Stoneware mug' })
const undo = () => screen.findByRole('button', { name: 'Undo. Removed: Stoneware mug' })

async function openCart(options: Parameters<typeof openShop>[0] = {}): Promise<TestShop> {
  const opened = await openShop(options)
  await fill(opened.shop, 'mug', 3)
  await fill(opened.shop, 'shirt')
  render(<ShopPage shop={opened.shop} route={{ name: 'cart' }} />)
  await remove()
  return opened
}

const rows = () => [...document.querySelectorAll('.v-lines > li')].map(({ textContent }) => textContent ?? '')

test('what is removed leaves its row, and comes back to it with all its pieces', async () => {
  const { shop } = await openCart()
  await userEvent.click(await remove())
  expect(shop.cart.getState().count).toBe(1)
  const back = await undo()
  expect(document.activeElement).toBe(back)
  expect(rows()[0]).toContain('Removed: Stoneware mug')
  await userEvent.click(back)
  expect(shop.cart.getState().lines.find(({ variantId }) => variantId === 'mug-1')?.quantity).toBe(3)
  await waitFor(async () => expect(document.activeElement).toBe(await remove()))
  expect(rows().map((text) => text.slice(0, 13))).toEqual(['Stoneware mug', 'Linen shirtS₽'])
  await shop.cart.drained()
  await waitFor(() => expect(rows()[0]).toContain('Stoneware mug'))
})

test('brings back the last line, too, and until then the cart says that it is empty', async () => {
  const { shop } = await openShop()
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  await userEvent.click(await remove())
  expect(await screen.findByText('The cart is empty')).toBeTruthy()
  await userEvent.click(await undo())
  expect(await remove()).toBeTruthy()
  expect(screen.queryByText('The cart is empty')).toBeNull()
})

test('removing and bringing back wait together for the connection', async () => {
  let offline = false
  const { shop } = await openCart({
    merchant: { fault: (call) => (offline && call === 'syncCart' ? { code: 'offline' } : 'none') },
  })
  offline = true
  await userEvent.click(await remove())
  await userEvent.click(await undo())
  offline = false
  shop.cart.refresh()
  await shop.cart.drained()
  expect(shop.cart.getState()).toMatchObject({ count: 4, pending: 0 })
})

test('what another tab removes leaves no row to bring it back from', async () => {
  const { shop } = await openCart()
  shop.cart.remove('mug-1')
  await waitFor(() => expect(rows()).toHaveLength(1))
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
})

test('a removed row is over when the cart is left', async () => {
  await openCart()
  await userEvent.click(await remove())
  await undo()
  await userEvent.click(screen.getByRole('button', { name: 'Linen shirt' }))
  await screen.findByRole('heading', { name: 'Linen shirt' })
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await screen.findByRole('button', { name: 'Remove: Linen shirt' })
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
})

test('says what is missing to the smallest order, until it is there', async () => {
  const minimumOrder = { amount: 500_000, currency: 'RUB' }
  const { shop } = await openShop({ merchant: { minimumOrder } })
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  expect(await screen.findByText('Orders start at ₽5,000: add goods for ₽3,710 more.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'More: Stoneware mug' }))
  expect(await screen.findByText('Orders start at ₽5,000: add goods for ₽2,420 more.')).toBeTruthy()
  for (const _ of [3, 4]) await userEvent.click(screen.getByRole('button', { name: 'More: Stoneware mug' }))
  await waitFor(() => expect(screen.queryByText(/^Orders start/)).toBeNull())
})

test('says from how much the delivery costs, unless a code may change that', async () => {
  const delivery = [
    { id: 'courier', kind: 'courier' as const, title: 'Courier', price: { amount: 39_000, currency: 'RUB' } },
    { id: 'post', kind: 'courier' as const, title: 'Post', price: { amount: 25_000, currency: 'RUB' } },
  ]
  const promotions = [{ code: 'FREE', kind: 'free-delivery' as const }]
  const { shop } = await openShop({ merchant: { delivery, promotions } })
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  expect(await screen.findByText('Delivery from ₽250')).toBeTruthy()
  shop.cart.applyPromo('free')
  await waitFor(() => expect(screen.queryByText('Delivery from ₽250')).toBeNull())
})

test('buys at once: the variant is in the cart, and the checkout is open', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  await userEvent.click(await screen.findByRole('radio', { name: 'M' }))
  await userEvent.click(screen.getByRole('button', { name: 'Buy now' }))
  expect(await screen.findByRole('button', { name: 'Place order' })).toBeTruthy()
  expect(shop.cart.getState().lines.map(({ variantId }) => variantId)).toEqual(['shirt-m'])
})

test('what is in the cart already goes with it, and the summary shows all of it', async () => {
  const { shop } = await openShop()
  await fill(shop, 'shirt')
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'mug' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Buy now' }))
  await screen.findByRole('button', { name: 'Place order' })
  await waitFor(() => expect(document.querySelectorAll('[part=summary-line]')).toHaveLength(2))
})

test('what is sold out, or in the cart, has no “buy now”', async () => {
  const { shop } = await openShop()
  const { unmount } = render(<ShopPage shop={shop} route={{ name: 'product', id: 'lamp' }} />)
  await screen.findByRole('heading', { name: sample('lamp').title })
  expect(screen.queryByRole('button', { name: 'Buy now' })).toBeNull()
  unmount()
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'mug' }} />)
  await screen.findByRole('button', { name: 'In cart: 1' })
  expect(screen.queryByRole('button', { name: 'Buy now' })).toBeNull()
})
