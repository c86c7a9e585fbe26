import { render, screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { CartButton } from '../src/index.ts'
import { fill, openShop } from './open-shop.ts'

test('says how many pieces are in the cart, aloud only when that changes', async () => {
  const { shop } = await openShop()
  await fill(shop, 'mug', 2)
  render(<CartButton shop={shop} onOpen={() => {}} />)
  expect(screen.getByRole('button', { name: 'Cart, 2 items' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
  await fill(shop, 'mug', 1)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Cart, 3 items'))
  expect(screen.getByRole('button', { name: 'Cart, 3 items' })).toBeTruthy()
})

test('counts in Russian by Russian rules', async () => {
  const { shop } = await openShop({ host: { locale: 'ru' } })
  render(<CartButton shop={shop} onOpen={() => {}} />)
  expect(screen.getByRole('button', { name: 'Корзина' })).toBeTruthy()
  for (const [quantity, words] of [
    [1, '1 товар'],
    [1, '2 товара'],
    [3, '5 товаров'],
    [16, '21 товар'],
  ] as const) {
    await fill(shop, 'mug', quantity)
    expect(screen.getByRole('button', { name: `Корзина, ${words}` })).toBeTruthy()
  }
})
