import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { Product, Seller, Variant } from '@vitrina/core'
import { sampleProducts } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { openShop } from './open-shop.ts'

const north: Seller = {
  id: 'north',
  name: 'Nordic linen',
  legal: 'North Ltd, 1 Pier Street',
  terms: { returns: 'Within 14 days.\n\nWe pay the way back.', offer: 'https://north.example/offer' },
}
const [mug, shirt, lamp] = sampleProducts as [Product, Product, Product]
const market = { products: [mug, { ...shirt, seller: north }, { ...lamp, seller: north }] }
const shirtRoute = { name: 'product', id: 'shirt' } as const

const openTerms = async () => {
  await userEvent.click(await screen.findByText('Offer, delivery and returns'))
  return screen.findByRole('heading', { name: 'Seller' })
}

test('tells delivery, ways to pay, returns and the seller when that is asked for, and not before', async () => {
  const asked: string[] = []
  const { shop } = await openShop({
    merchant: {
      ...market,
      fault(call) {
        asked.push(call)
        return 'none'
      },
    },
  })
  render(<ShopPage shop={shop} route={shirtRoute} />)
  await screen.findByText('Offer, delivery and returns')
  expect(asked).not.toContain('deliveryOptions')
  await openTerms()
  expect(await screen.findByText('₽350, 1–\u20602 days')).toBeTruthy()
  for (const text of ['free', 'On delivery · By card online', 'Within 14 days.', 'We pay the way back.']) {
    expect(screen.getByText(text)).toBeTruthy()
  }
  expect(screen.getByText('North Ltd, 1 Pier Street')).toBeTruthy()
  const offer = screen.getByRole('link', { name: 'Terms of sale' })
  expect(offer.getAttribute('href')).toBe('https://north.example/offer')
  expect(offer.getAttribute('rel')).toBe('noopener')
})

test('never leads to an address that is no web page', async () => {
  const terms = { offer: 'javascript:alert(1)', privacy: 'data:text/html,x' }
  const { shop } = await openShop({ merchant: { products: [mug], seller: { ...north, terms } } })
  render(<ShopPage shop={shop} route={{ name: 'product', id: 'mug' }} />)
  await openTerms()
  expect(screen.queryByRole('link')).toBeNull()
})

test('says what of the terms did not come, and asks again', async () => {
  let broken = true
  const { shop } = await openShop({
    merchant: {
      ...market,
      fault: (call) => (broken && call === 'deliveryOptions' ? { code: 'offline' } : 'none'),
    },
  })
  render(<ShopPage shop={shop} route={shirtRoute} />)
  await openTerms()
  const alert = await screen.findByRole('alert')
  broken = false
  await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('₽350, 1–\u20602 days')).toBeTruthy()
})

test('in a shop with one seller names it, and leads to no page of its own', async () => {
  const { shop } = await openShop({ merchant: { seller: { ...north, id: 'shop' } } })
  render(<ShopPage shop={shop} route={shirtRoute} />)
  await openTerms()
  expect(screen.getByText('Nordic linen')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'All products of the seller' })).toBeNull()
})

test('of a merchant who does not tell who sells, shows what the product says', async () => {
  const { shop } = await openShop({ merchant: market, wrap: ({ sellers: _, ...merchant }) => merchant })
  render(<ShopPage shop={shop} route={shirtRoute} />)
  await openTerms()
  expect(screen.getByText('Nordic linen')).toBeTruthy()
})

test('shows the seller with what they sell, and the list as it was left on the way back', async () => {
  const { shop } = await openShop({ merchant: market })
  render(<ShopPage shop={shop} route={shirtRoute} />)
  await openTerms()
  await userEvent.click(screen.getByRole('button', { name: 'All products of the seller' }))
  expect(await screen.findByRole('heading', { name: 'Nordic linen' })).toBeTruthy()
  const titles = () => screen.getAllByRole('article').length
  await waitFor(() => expect(titles()).toBe(2))
  expect(screen.queryByRole('navigation', { name: 'Categories' })).toBeNull()
  await userEvent.type(screen.getByRole('searchbox'), 'lamp')
  await waitFor(() => expect(titles()).toBe(1))
  await userEvent.click(screen.getByRole('button', { name: 'Desk lamp' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Back' }))
  await screen.findByRole('heading', { name: 'Nordic linen' })
  expect(titles()).toBe(1)
  expect((screen.getByRole('searchbox') as HTMLInputElement).value).toBe('lamp')
})

test('opens a seller by a deep link, and says so when there is no such seller', async () => {
  const { shop } = await openShop({ host: { deepLink: 'seller/north' }, merchant: market })
  const { unmount } = render(<ShopPage shop={shop} />)
  expect(await screen.findByRole('heading', { name: 'Nordic linen' })).toBeTruthy()
  unmount()
  render(<ShopPage shop={shop} route={{ name: 'seller', id: 'nobody' }} />)
  expect((await screen.findByRole('alert')).textContent).toContain('The shop does not have this any more')
})

test('leads from an order to what its seller sells, where there are several', async () => {
  const { shop, merchant } = await openShop({ merchant: market })
  shop.cart.add(shirt, shirt.variants[0] as Variant)
  await shop.cart.drained()
  const quote = await merchant.quote({ deliveryOptionId: 'courier' })
  if (!quote.ok) throw new Error(quote.error.code)
  const orders = await merchant.placeOrder({
    checkoutId: 'checkout-1',
    quoteHash: quote.value.hash,
    contact: { name: 'Anna Orlova', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: 'courier', address: 'Sadovaya 1' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  })
  const id = (orders.ok && orders.value[0]?.id) || ''
  render(<ShopPage shop={shop} route={{ name: 'order', id }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'All products of the seller' }))
  expect(await screen.findByRole('heading', { name: 'Nordic linen' })).toBeTruthy()
})
