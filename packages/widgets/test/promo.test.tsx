import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { Promotion } from '@vitrina/core'
import type { MemoryMerchantOptions } from '@vitrina/core/memory'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import type { Route } from '../src/route.ts'
import { fill, openShop } from './open-shop.ts'

const promotions: Promotion[] = [
  { code: 'TEN', kind: 'percent', percent: 10 },
  { code: 'FREE', kind: 'free-delivery' },
  { code: 'MUCH', kind: 'percent', percent: 50, minimum: { amount: 10_000_000, currency: 'RUB' } },
]

async function openAt(route: Route, merchant: MemoryMerchantOptions = {}, ...codes: string[]) {
  const opened = await openShop({ merchant: { promotions, ...merchant } })
  await fill(opened.shop)
  for (const code of codes) opened.shop.cart.applyPromo(code)
  await opened.shop.cart.drained()
  render(<ShopPage shop={opened.shop} route={route} />)
  return { ...opened, user: userEvent.setup() }
}

test('a promo code is asked for, given, shown, and taken back', async () => {
  const { shop, user } = await openAt({ name: 'cart' })
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Promo code' }))
  const field = await screen.findByRole('textbox', { name: 'Promo code' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  await user.keyboard('ten{Enter}')
  const chip = await screen.findByRole('button', { name: 'Remove the promo code TEN' })
  expect((field as HTMLInputElement).value).toBe('')
  await user.click(chip)
  await waitFor(() => expect(shop.cart.getState()).toMatchObject({ promoCodes: [], pending: 0 }))
  expect(screen.queryByRole('button', { name: 'Remove the promo code TEN' })).toBeNull()
  expect(document.activeElement).toBe(field)
})

test('codes of the cart are there without asking, and the field stays when the last one goes', async () => {
  const { user } = await openAt({ name: 'cart' }, {}, 'ten')
  await user.click(await screen.findByRole('button', { name: 'Remove the promo code TEN' }))
  expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Promo code' }))
})

test('says in the region of news why a code takes nothing off', async () => {
  const { user } = await openAt({ name: 'cart' })
  await user.click(await screen.findByRole('button', { name: 'Promo code' }))
  await user.type(await screen.findByRole('textbox', { name: 'Promo code' }), 'tne')
  await user.click(screen.getByRole('button', { name: 'Apply' }))
  const news = await screen.findByRole('region', { name: 'The cart has changed' })
  expect(await within(news).findByText('The promo code TNE was not found. Check it for a typo.')).toBeTruthy()
})

test('shows discount, free delivery and VAT in the sums before and after the order', async () => {
  await openAt({ name: 'checkout' }, { vatRate: 22 }, 'ten', 'free')
  const value = async (name: string) => (await screen.findByText(name)).nextSibling?.textContent
  expect(await value('Discount')).toMatch(/^−₽129$/)
  expect(await value('Including VAT')).toMatch(/^₽209\.36$/)
})

test('tells how much is missing to a code and to the shop’s minimum, until the buyer has seen it', async () => {
  const minimumOrder = { amount: 1_000_000, currency: 'RUB' }
  const { user } = await openAt({ name: 'checkout' }, { minimumOrder }, 'much')
  expect(await screen.findByText(/^Orders start at ₽10,000: add goods for ₽8,710 more/)).toBeTruthy()
  expect(await screen.findByText(/^The promo code MUCH works from ₽100,000 on/)).toBeTruthy()
  for (const button of await screen.findAllByRole('button', { name: 'OK' })) await user.click(button)
  expect(screen.queryByText(/^Orders start/)).toBeNull()
})
