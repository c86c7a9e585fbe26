import './dialog.ts'
import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { Picture, Product } from '@vitrina/core'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { openShop, sample } from './open-shop.ts'

function picture(name: string): Picture {
  const sources = [160, 640].map((width) => ({ url: `https://shop.example/${name}-${width}.jpg`, width }))
  return { url: `https://shop.example/${name}.jpg`, sources, color: '#8a9bb0' }
}

const pictured: Product = {
  ...sample('shirt'),
  pictures: [picture('1'), { url: 'https://shop.example/2.jpg' }],
  variants: sample('shirt').variants.map((variant) => ({ ...variant, picture: picture(variant.id) })),
}

async function openGallery(product = pictured) {
  const { shop } = await openShop({ merchant: { products: [product] } })
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  const gallery = await screen.findByRole('region', { name: 'Pictures of the product' })
  const shows = (index: number) =>
    screen.getByRole('button', { name: `Picture ${index} of 4` }).getAttribute('aria-current') === 'true'
  return { gallery, shows }
}

test('steps through the pictures by thumbnails', async () => {
  const { shows } = await openGallery()
  await userEvent.click(screen.getByRole('button', { name: 'Picture 2 of 4' }))
  expect(shows(2)).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Picture 1 of 4' }))
  expect(shows(1)).toBe(true)
})

test('shows the picture of the chosen variant', async () => {
  const { shows } = await openGallery()
  expect(shows(3)).toBe(true)
  await userEvent.click(screen.getByRole('radio', { name: 'M' }))
  expect(shows(4)).toBe(true)
})

test('lets the browser choose a size, over the colour of the picture', async () => {
  const { gallery } = await openGallery()
  const images = [...gallery.querySelectorAll('img')]
  const sizes = (name: string) =>
    images.filter((image) => image.src.endsWith(`/${name}.jpg`)).map((image) => image.getAttribute('sizes'))
  expect(sizes('1')).toEqual(['auto, 600px', 'auto, 56px'])
  expect(sizes('2')).toEqual([null, null])
  expect(images[0]?.getAttribute('srcset')).toBe(
    'https://shop.example/1-160.jpg 160w,https://shop.example/1-640.jpg 640w',
  )
  const grounds = ['rgb(138, 155, 176)', '', 'rgb(138, 155, 176)', 'rgb(138, 155, 176)']
  expect(images.map(({ style }) => style.backgroundColor)).toEqual([...grounds, ...grounds])
})

test('enlarges a picture, steps on by keys and buttons, and leads back to the one that was seen last', async () => {
  const { shows } = await openGallery()
  const enlarge = screen.getByRole('button', { name: 'Enlarge' })
  enlarge.focus()
  await userEvent.keyboard('{Enter}')
  const viewer = within(await screen.findByRole('dialog', { name: 'Pictures of the product' }))
  expect(viewer.getByRole('status').textContent).toBe('Picture 3 of 4')
  await userEvent.keyboard('{ArrowLeft}')
  expect(viewer.getByRole('status').textContent).toBe('Picture 2 of 4')
  await userEvent.click(viewer.getByRole('button', { name: 'Previous picture' }))
  expect(viewer.getByRole('status').textContent).toBe('Picture 1 of 4')
  expect(viewer.getByRole('button', { name: 'Previous picture' }).getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(viewer.getByRole('button', { name: 'Previous picture' }))
  await userEvent.click(viewer.getByRole('button', { name: 'Next picture' }))
  await userEvent.click(viewer.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(shows(2)).toBe(true)
  expect(document.activeElement).toBe(enlarge)
})

test('makes an enlarged picture larger, asks for a larger file, and lets Escape through', async () => {
  await openGallery()
  await userEvent.click(screen.getByRole('button', { name: 'Enlarge' }))
  const dialog = await screen.findByRole('dialog')
  const image = () => dialog.querySelector('img')
  expect(image()?.sizes).toBe('auto, 100vw')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Zoom in' }))
  expect(image()?.style.transform).toContain('scale(2.5)')
  expect(image()?.sizes).toBe('auto, 300vw')
  const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
  dialog.dispatchEvent(pressed)
  expect(pressed.defaultPrevented).toBe(false)
  dialog.dispatchEvent(new KeyboardEvent('keydown', { key: '-', bubbles: true }))
  await waitFor(() => expect(image()?.style.transform).toContain('scale(1.66'))
  await userEvent.click(within(dialog).getByRole('button', { name: 'Zoom out' }))
  expect(image()?.style.transform).toContain('scale(1)')
})

test('says that a picture did not come', async () => {
  await openGallery()
  await userEvent.click(screen.getByRole('button', { name: 'Enlarge' }))
  const dialog = await screen.findByRole('dialog')
  dialog.querySelector('img')?.dispatchEvent(new Event('error'))
  expect((await within(dialog).findByRole('alert')).textContent).toBe('The picture did not come')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Previous picture' }))
  expect(within(dialog).queryByRole('alert')).toBeNull()
})

test('shows the picture of each colour beside its name, and of no size', async () => {
  const [variant] = sample('shirt').variants
  if (!variant) throw new Error('A product has a variant')
  const shirts: Product = {
    ...pictured,
    options: [
      { name: 'Colour', values: ['red', 'blue'] },
      { name: 'Size', values: ['S', 'M'] },
    ],
    variants: ['red', 'blue'].flatMap((Colour) =>
      ['S', 'M'].map((Size) => ({
        ...variant,
        id: `${Colour}-${Size}`,
        options: { Colour, Size },
        picture: picture(Colour),
        ...(Colour === 'blue' && Size === 'M' && { availability: 'sold-out' as const }),
      })),
    ),
  }
  await openGallery(shirts)
  const swatch = (name: string) => screen.getByRole('radio', { name }).parentElement?.querySelector('img')
  expect(swatch('red')?.src).toBe('https://shop.example/red.jpg')
  expect(swatch('blue')?.src).toBe('https://shop.example/blue.jpg')
  expect(swatch('S')).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'M' }))
  expect(swatch('blue, sold out')).toBeTruthy()
})
