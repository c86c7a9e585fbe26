import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop, sample } from './open-shop.ts'

test('lists products and finds what is typed', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} />)
  await screen.findByRole('article', { name: 'Stoneware mug' })
  expect(screen.getAllByRole('article').length).toBe(3)
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search products' }), 'shirt')
  await waitFor(() => expect(screen.getAllByRole('article').length).toBe(1))
  expect(screen.getByRole('article', { name: 'Linen shirt' })).toBeTruthy()
})

test('says that nothing was found and leads back to everything', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} />)
  await userEvent.type(await screen.findByRole('searchbox'), 'zzz')
  await screen.findByText('Nothing found')
  await userEvent.click(screen.getByRole('button', { name: 'Show all products' }))
  await waitFor(() => expect(screen.getAllByRole('article').length).toBe(3))
})

test('narrows the list to a category', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} />)
  await userEvent.click(await screen.findByRole('button', { name: 'clothes', pressed: false }))
  await waitFor(() => expect(screen.getAllByRole('article').length).toBe(1))
  expect(screen.getByRole('button', { name: 'clothes', pressed: true })).toBeTruthy()
})

test('offers to load the list again when it failed', async () => {
  let broken = true
  const { shop } = await openShop({
    merchant: { fault: (call) => (broken && call === 'products' ? { code: 'unavailable' } : 'none') },
  })
  render(<ShopPage shop={shop} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The shop is not answering now')
  broken = false
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: 'Stoneware mug' })).toBeTruthy()
})

test('loads the next page on request', async () => {
  const { shop } = await openShop({
    wrap: (merchant) => ({
      ...merchant,
      async products(query) {
        const page = await merchant.products({})
        if (!page.ok || query.ids) return page
        const [first, ...rest] = page.value.products
        return {
          ok: true,
          value: query.cursor ? { products: rest } : { products: first ? [first] : [], next: 'two' },
        }
      },
    }),
  })
  render(<ShopPage shop={shop} />)
  await screen.findByRole('article', { name: 'Stoneware mug' })
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect(await screen.findByRole('article', { name: 'Desk lamp' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('opens a product and goes back to the list with the focus at the top', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Stoneware mug' }))
  expect(await screen.findByRole('heading', { name: 'Stoneware mug' })).toBeTruthy()
  expect(screen.getByText('Holds 350 ml.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Product'))
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  await waitFor(() => expect(screen.getAllByRole('article').length).toBe(3))
})

test('begins where the deep link leads', async () => {
  const { shop } = await openShop({ host: { deepLink: 'product/shirt' } })
  render(<ShopPage shop={shop} />)
  expect(await screen.findByRole('heading', { name: 'Linen shirt' })).toBeTruthy()
})

test('chooses a variant with the keyboard and marks what is sold out', async () => {
  const { shop } = await openShop()
  const { unmount } = render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  const small = await screen.findByRole('radio', { name: 'S' })
  expect((small as HTMLInputElement).checked).toBe(true)
  expect(screen.getByText('In stock')).toBeTruthy()
  small.focus()
  await userEvent.keyboard('{ArrowRight}')
  await screen.findByText('Few left')
  await userEvent.click(screen.getByRole('button', { name: 'Add to cart' }))
  expect(shop.cart.getState().lines[0]?.variantId).toBe('shirt-m')
  unmount()
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'lamp' }} />)
  expect((await screen.findByRole('button', { name: 'Sold out' })).hasAttribute('disabled')).toBe(true)
})

test('says that a product is no more and offers to ask again', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'nothing' }} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The shop does not have this any more')
  expect(within(alert).getByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('changes a quantity, removes the line and says that the cart is empty', async () => {
  const { shop } = await openShop()
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  const less = await screen.findByRole('button', { name: 'Less: Stoneware mug' })
  expect(less.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(less)
  expect(shop.cart.getState().count).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: 'More: Stoneware mug' }))
  expect(await screen.findByText('Quantity: 2')).toBeTruthy()
  await waitFor(() => expect(screen.getAllByText('₽2,580').length).toBe(2))
  await userEvent.click(screen.getByRole('button', { name: 'Remove: Stoneware mug' }))
  expect(await screen.findByText('The cart is empty')).toBeTruthy()
})

test('marks the subtotal as an estimate until the server agrees', async () => {
  let hold = true
  const { shop } = await openShop({
    merchant: { fault: (call) => (hold && call === 'syncCart' ? { code: 'offline' } : 'none') },
  })
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'mug' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Add to cart' }))
  await userEvent.click(await screen.findByRole('button', { name: 'In cart: 1' }))
  expect(await screen.findByText('An estimate: the shop is still confirming it')).toBeTruthy()
  expect(await screen.findByText(/The cart is kept and will be sent/)).toBeTruthy()
  hold = false
  shop.cart.refresh()
  await waitFor(() => expect(screen.queryByText('An estimate: the shop is still confirming it')).toBeNull())
})

test('shows what the server changed until the buyer has seen it', async () => {
  const { shop } = await openShop({ merchant: { stock: { 'mug-1': 3 } } })
  await fill(shop, 'mug', 5)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  expect(await screen.findByText('“Stoneware mug”: only 3 pieces of 5 left.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'OK' }))
  await waitFor(() => expect(screen.queryByText(/only 3 pieces/)).toBeNull())
})

test('leaves the cards that are there as they are when more of them come', async () => {
  const mug = sample('mug')
  const products = Array.from({ length: 90 }, (_, index) => ({
    ...mug,
    id: `mug-${index}`,
    title: `Mug ${index}`,
  }))
  const { shop } = await openShop({ merchant: { products } })
  render(<ShopPage shop={shop} />)
  const cards = () => screen.getAllByRole('article')
  await waitFor(() => expect(cards().length).toBe(24))
  const first = cards()
  const changes: MutationRecord[] = []
  const watch = new MutationObserver((records) => changes.push(...records))
  for (const reached of [48, 72, 90]) {
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    await waitFor(() => expect(cards().length).toBe(reached))
    if (reached === 72)
      watch.observe(cards()[0]?.closest('.v-grid') as Element, { childList: true, subtree: true })
  }
  expect(changes.concat(watch.takeRecords())).toEqual([])
  watch.disconnect()
  expect(cards().slice(0, 24)).toEqual(first)
  const rows = [...document.querySelectorAll('.v-rows > .v-grid')]
  expect(rows.map((block) => block.childElementCount)).toEqual([60, 30])
})
