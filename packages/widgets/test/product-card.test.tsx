import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { MerchantFailure } from '@vitrina/core'
import { expect, test, vi } from 'vitest'
import { ProductCard } from '../src/index.ts'
import { openShop } from './open-shop.ts'

test('shows title, price and the price before', async () => {
  const { shop } = await openShop()
  render(<ProductCard shop={shop} product="mug" onOpen={() => {}} />)
  expect(await screen.findByRole('article', { name: 'Stoneware mug' })).toBeTruthy()
  expect(screen.getByText('₽1,290')).toBeTruthy()
  expect(screen.getByText('Price before the reduction:', { exact: false }).parentElement?.textContent).toBe(
    'Price before the reduction: ₽1,590',
  )
})

test('puts a product without options in the cart at once and says how many are there', async () => {
  const { shop } = await openShop()
  render(<ProductCard shop={shop} product="mug" onOpen={() => {}} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Add to cart' }))
  expect(screen.getByRole('button', { name: 'In cart: 1, add one more' })).toBeTruthy()
  expect(shop.cart.getState().count).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: 'In cart: 1, add one more' }))
  expect(shop.cart.getState().lines[0]?.quantity).toBe(2)
})

test('opens the product when there is something to choose', async () => {
  const { shop } = await openShop()
  const onOpen = vi.fn()
  render(<ProductCard shop={shop} product="shirt" onOpen={onOpen} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Choose' }))
  expect(onOpen).toHaveBeenCalledWith('shirt')
  expect(shop.cart.getState().count).toBe(0)
})

test('does not sell what is sold out', async () => {
  const { shop } = await openShop()
  render(<ProductCard shop={shop} product="lamp" onOpen={() => {}} />)
  expect((await screen.findByRole('button', { name: 'Sold out' })).hasAttribute('disabled')).toBe(true)
})

test('shows a skeleton while it loads', async () => {
  const { shop } = await openShop()
  const { container } = render(<ProductCard shop={shop} product="mug" onOpen={() => {}} />)
  expect(container.querySelector('[part=card]')?.getAttribute('aria-busy')).toBe('true')
  await screen.findByRole('article')
  expect(container.querySelectorAll('[part=card]').length).toBe(1)
})

test('says that it failed and loads again on request', async () => {
  let fault: MerchantFailure | 'none' = { code: 'unavailable' }
  const { shop } = await openShop({ merchant: { fault: () => fault } })
  render(<ProductCard shop={shop} product="mug" onOpen={() => {}} />)
  await screen.findByText('The product did not load')
  fault = 'none'
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: 'Stoneware mug' })).toBeTruthy()
})

test('speaks Russian to a Russian buyer', async () => {
  const { shop } = await openShop({ host: { locale: 'ru' } })
  render(<ProductCard shop={shop} product="mug" onOpen={() => {}} />)
  expect(await screen.findByRole('button', { name: 'В корзину' })).toBeTruthy()
  expect(screen.getByText(/1\s290\s₽/)).toBeTruthy()
})

test('draws a title as text, whatever is in it', async () => {
  const { shop } = await openShop({
    merchant: {
      products: [
        {
          id: 'evil',
          title: '<img src=x onerror=alert(1)>',
          description: '',
          categoryId: 'c',
          pictures: [],
          options: [],
          attributes: [],
          variants: [
            {
              id: 'e',
              sku: 'e',
              price: { amount: 100, currency: 'RUB' },
              availability: 'in-stock',
              options: {},
            },
          ],
        },
      ],
    },
  })
  const { container } = render(<ProductCard shop={shop} product="evil" onOpen={() => {}} />)
  expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy()
  expect(container.querySelector('img')).toBeNull()
})

test('says what to do when the product could not be opened', async () => {
  const { shop } = await openShop()
  render(<ProductCard shop={shop} product="mug" onOpen={async () => false} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stoneware mug' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('tap again'))
})
