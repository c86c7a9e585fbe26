import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { announceShop } from '../src/events.ts'
import { ShopPage } from '../src/index.ts'
import { fill, openShop, sample } from './open-shop.ts'

const wishList = { name: 'wish-list' } as const

/** Puts the mug out of the cart on the wish list. */
async function saveMug(options: Parameters<typeof openShop>[0] = {}, quantity = 2) {
  const opened = await openShop(options)
  await fill(opened.shop, 'mug', quantity)
  const page = render(<ShopPage shop={opened.shop} route={{ name: 'cart' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later: Stoneware mug' }))
  const undo = await screen.findByRole('button', { name: 'Undo. On the wish list: Stoneware mug' })
  return { ...opened, page, undo }
}

const show = (shop: Parameters<typeof ShopPage>[0]['shop']) =>
  render(<ShopPage shop={shop} route={wishList} />)

test('a line goes from the cart to the wish list, and comes back by undo with all its pieces', async () => {
  const { shop, undo, page } = await saveMug()
  expect(shop.cart.getState().count).toBe(0)
  await waitFor(() => expect(document.activeElement).toBe(undo))
  await userEvent.click(undo)
  expect(shop.cart.getState().count).toBe(2)
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Remove'))
  page.unmount()
  show(shop)
  expect(await screen.findByText('The wish list is empty')).toBeTruthy()
})

test('is reached from the cart and from the orders, and goes back to the cart', async () => {
  const { shop } = await saveMug()
  await userEvent.click(screen.getByRole('button', { name: 'Wish list' }))
  expect(await screen.findByRole('heading', { name: 'Wish list' })).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: 'Add to cart: Stoneware mug' }))
  expect(shop.cart.getState().lines).toMatchObject([{ variantId: 'mug-1', quantity: 2 }])
  expect(document.activeElement).toBe(
    await screen.findByRole('button', { name: 'Undo. In the cart: Stoneware mug' }),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Orders' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Wish list' }))
  expect(await screen.findByText('The wish list is empty')).toBeTruthy()
})

test('takes back what went to the cart, and leaves there what was there before', async () => {
  const { shop, page } = await saveMug()
  await fill(shop, 'mug', 1)
  page.unmount()
  show(shop)
  await userEvent.click(await screen.findByRole('button', { name: 'Add to cart: Stoneware mug' }))
  expect(shop.cart.getState().count).toBe(3)
  await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }))
  expect(shop.cart.getState().count).toBe(1)
  expect(await screen.findByRole('button', { name: 'Add to cart: Stoneware mug' })).toBeTruthy()
})

test('what is taken off leaves its row, and comes back to it', async () => {
  const { shop, page } = await saveMug()
  page.unmount()
  show(shop)
  await userEvent.click(
    await screen.findByRole('button', { name: 'Remove from the wish list: Stoneware mug' }),
  )
  expect(await screen.findByText('The wish list is empty')).toBeTruthy()
  await userEvent.click(await screen.findByRole('button', { name: 'Undo. Removed: Stoneware mug' }))
  const back = await screen.findByRole('button', { name: 'Remove from the wish list: Stoneware mug' })
  await waitFor(() => expect(document.activeElement).toBe(back))
})

test('says what is sold out, and what the shop does not have any more', async () => {
  const mug = sample('mug')
  const products = [mug, sample('lamp')]
  const { shop, page, merchant } = await saveMug({ merchant: { products } })
  page.unmount()
  const gone = { ...mug, variants: mug.variants.map((variant) => ({ ...variant, id: 'other' })) }
  const answer = async () => ({ ok: true as const, value: { products: [gone, sample('lamp')] } })
  merchant.products = answer
  const { unmount } = render(<ShopPage shop={shop} route={{ name: 'product', id: 'lamp' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later' }))
  await screen.findByRole('button', { name: /^On the wish list/ })
  unmount()
  show(shop)
  const soldOut = await screen.findByRole('button', { name: `Sold out: ${sample('lamp').title}` })
  expect(soldOut.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(soldOut)
  expect(shop.cart.getState().lines.some(({ variantId }) => variantId === 'lamp-1')).toBe(false)
  const row = screen.getByText('Stoneware mug').closest('li') as HTMLElement
  expect(within(row).getByText('No longer sold')).toBeTruthy()
  expect(within(row).queryByRole('button', { name: /^Add/ })).toBeNull()
})

test('says that a product did not come, and asks for it again', async () => {
  let broken = true
  const { shop, page } = await saveMug({
    merchant: { fault: (call) => (broken && call === 'products' ? { code: 'offline' } : 'none') },
  })
  page.unmount()
  show(shop)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('No connection')
  broken = false
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: 'Add to cart: Stoneware mug' })).toBeTruthy()
})

test('a heart on the product page puts the chosen variant on the list, and takes it off', async () => {
  const { shop } = await openShop()
  const { unmount } = render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later' }))
  const heart = await screen.findByRole('button', { name: 'On the wish list, remove' })
  expect(document.activeElement).toBe(heart)
  await userEvent.click(screen.getByRole('radio', { name: 'M' }))
  expect(await screen.findByRole('button', { name: 'Save for later' })).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'S' }))
  await userEvent.click(await screen.findByRole('button', { name: 'On the wish list, remove' }))
  expect(await screen.findByRole('button', { name: 'Save for later' })).toBeTruthy()
  unmount()
  show(shop)
  expect(await screen.findByText('The wish list is empty')).toBeTruthy()
})

test('where its code is here already a heart tells without a tap what is on the list', async () => {
  const { shop, page } = await saveMug()
  page.unmount()
  const { unmount } = render(<ShopPage shop={shop} route={{ name: 'product', id: 'mug' }} />)
  expect(await screen.findByRole('button', { name: 'On the wish list, remove' })).toBeTruthy()
  unmount()
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'shirt' }} />)
  expect(await screen.findByRole('button', { name: 'Save for later' })).toBeTruthy()
})

test('the page hears of each wish, and may have something against it', async () => {
  const heard: string[] = []
  let prevent = true
  const listen = (event: Event) => {
    heard.push(event.type)
    if (prevent) event.preventDefault()
  }
  const names = ['vitrina-wish', 'vitrina-unwish', 'vitrina-restore'] as const
  for (const name of names) document.addEventListener(name, listen)
  const opened = await openShop()
  const shop = announceShop(opened.shop)
  await fill(shop)
  render(<ShopPage shop={shop} route={{ name: 'cart' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later: Stoneware mug' }))
  await waitFor(() => expect(heard).toEqual(['vitrina-wish']))
  expect(shop.cart.getState().count).toBe(1)
  prevent = false
  await userEvent.click(await screen.findByRole('button', { name: 'Save for later: Stoneware mug' }))
  await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }))
  expect(heard.slice(1)).toEqual(['vitrina-wish', 'vitrina-unwish', 'vitrina-restore'])
  expect(shop.cart.getState().count).toBe(1)
  for (const name of names) document.removeEventListener(name, listen)
  shop.stop()
})
