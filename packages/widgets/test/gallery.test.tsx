import { render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { Product } from '@vitrina/core'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { openShop, sample } from './open-shop.ts'

const pictured: Product = {
  ...sample('shirt'),
  pictures: [{ url: 'https://shop.example/1.jpg' }, { url: 'https://shop.example/2.jpg' }],
  variants: sample('shirt').variants.map((variant) => ({
    ...variant,
    picture: { url: `https://shop.example/${variant.id}.jpg` },
  })),
}

async function openGallery(): Promise<(index: number) => boolean> {
  const { shop } = await openShop({ merchant: { products: [pictured] } })
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  await screen.findByRole('region', { name: 'Pictures of the product' })
  return (index) =>
    screen.getByRole('button', { name: `Picture ${index} of 4` }).getAttribute('aria-current') === 'true'
}

test('steps through the pictures by thumbnails and arrow keys', async () => {
  const shows = await openGallery()
  await userEvent.click(screen.getByRole('button', { name: 'Picture 1 of 4' }))
  expect(shows(1)).toBe(true)
  await userEvent.keyboard('{ArrowRight}')
  expect(shows(2)).toBe(true)
  await userEvent.keyboard('{ArrowLeft}')
  expect(shows(1)).toBe(true)
  await userEvent.keyboard('{ArrowLeft}')
  expect(shows(1)).toBe(true)
})

test('shows the picture of the chosen variant', async () => {
  const shows = await openGallery()
  expect(shows(3)).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: 'M' }))
  expect(shows(4)).toBe(true)
})
