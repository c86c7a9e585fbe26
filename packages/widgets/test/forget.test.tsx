import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { type Merchant, ok } from '@vitrina/core'
import { createWishList } from '@vitrina/core/wish-list'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop } from './open-shop.ts'

const shown = { timeout: 10_000 }

async function openOrders(wrap?: (merchant: Merchant) => Merchant) {
  const page = await openShop(wrap ? { wrap } : {})
  await fill(page.shop)
  render(<ShopPage shop={page.shop} route={{ name: 'orders' }} />)
  return page
}

async function erase(): Promise<void> {
  await userEvent.click(await screen.findByText('Delete my data', { selector: 'summary' }, shown))
  await userEvent.click(screen.getByRole('button', { name: 'Delete my data' }))
}

test('a buyer has everything deleted that the shop knows of them, and is told so', async () => {
  const { shop } = await openOrders()
  await shop.cart.drained()
  const wishes = createWishList(shop.storage, { now: Date.now })
  wishes.add({ productId: 'mug', variantId: 'mug-blue', title: 'Mug', quantity: 1 })
  expect(shop.cart.getState().count).toBeGreaterThan(0)
  await erase()
  expect(await screen.findByText('Your data has been deleted.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'To the products' }))
  await waitFor(() => expect(shop.cart.getState().count).toBe(0))
  expect(screen.queryByText('Delete my data')).toBeNull()
  await wishes.refresh()
  expect(wishes.getState().wishes).toEqual([])
})

test('says which orders are in the way, and that there is no connection', async () => {
  let isOffline = true
  await openOrders((merchant) => ({
    ...merchant,
    forget: async () => ({
      ok: false,
      error: isOffline ? { code: 'offline' } : { code: 'orders-open', orders: ['1001', '1002'] },
    }),
  }))
  await erase()
  expect(await screen.findByText(/^No connection/)).toBeTruthy()
  isOffline = false
  await userEvent.click(screen.getByRole('button', { name: 'Delete my data' }))
  expect(await screen.findByText(/1001, 1002\.$/)).toBeTruthy()
})

test('is not offered where the merchant cannot', async () => {
  await openOrders(({ forget: _, ...merchant }) => ({ ...merchant, orders: async () => ok([]) }))
  expect(await screen.findByText('No orders yet', {}, shown)).toBeTruthy()
  expect(screen.queryByText('Delete my data')).toBeNull()
})
