import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { openShop } from './open-shop.ts'

test('lets the device’s back button go back through the screens', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} history />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stoneware mug' }))
  await screen.findByRole('heading', { name: 'Stoneware mug' })
  window.history.back()
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Stoneware mug' })).toBeNull())
  expect(screen.getAllByRole('article').length).toBe(3)
})

test('leaves the page’s history alone unless it is asked to', async () => {
  const { shop } = await openShop()
  const before = window.history.length
  render(<ShopPage shop={shop} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stoneware mug' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Back' }))
  expect(window.history.length).toBe(before)
})

test('tells the page around it which screen is shown', async () => {
  const { shop } = await openShop()
  const told: unknown[] = []
  const listen = (event: Event) => told.push((event as CustomEvent<unknown>).detail)
  window.addEventListener('vitrina-screen', listen)
  render(<ShopPage shop={shop} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stoneware mug' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Back' }))
  window.removeEventListener('vitrina-screen', listen)
  expect(told).toEqual([
    { name: 'products' },
    { name: 'product', id: expect.any(String) },
    { name: 'products' },
  ])
})
