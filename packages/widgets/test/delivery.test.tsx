import { render, screen, waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { type Delivery, type DeliveryOption, money } from '@vitrina/core'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop } from './open-shop.ts'

const streets = ['Lesnaya', 'Mira', 'Zelyonaya', 'Берёзовая', 'Canal']

function optionsWith(points: number): DeliveryOption[] {
  return [
    { id: 'courier', kind: 'courier', title: 'Courier', price: money(35000, 'RUB') },
    {
      id: 'pickup',
      kind: 'pickup',
      title: 'Point',
      price: money(0, 'RUB'),
      points: Array.from({ length: points }, (_, index) => ({
        id: `p${index}`,
        title: `No. ${index}`,
        address: `Perm, ${streets[index % streets.length]} ${index}`,
      })),
    },
  ]
}

async function openDelivery(points: number) {
  const page = await openShop({ merchant: { delivery: optionsWith(points) } })
  await fill(page.shop)
  render(<ShopPage shop={page.shop} route={{ name: 'checkout' }} />)
  const group = await screen.findByRole('group', { name: 'Delivery' })
  await within(group).findByRole('radio', { name: /Courier/ })
  return { ...page, ...within(group) }
}

const search = 'Find a pick-up point: street, shop, district'

test('shows a few pick-up points as they are', async () => {
  const { getAllByRole, queryByRole } = await openDelivery(6)
  expect(getAllByRole('radio').length).toBe(7)
  expect(queryByRole('searchbox')).toBeNull()
})

test('finds one of many pick-up points by what is typed: title and address, in any order', async () => {
  const { findByRole, getAllByRole, getByRole, shop } = await openDelivery(40)
  const field = await findByRole('searchbox', { name: search })
  await userEvent.type(field, 'mira no. 1')
  // 1, 11, 16: those of the street whose number begins with 1.
  await waitFor(() => expect(getByRole('status').textContent).toBe('3 pick-up points'))
  expect(getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    expect.stringContaining('Courier'),
    ...[1, 11, 16].map((index) => expect.stringContaining(`No. ${index}Perm, Mira ${index}`)),
  ])
  await userEvent.click(getByRole('radio', { name: /No. 11/ }))
  expect(shop.checkout.getState()).toMatchObject({
    draft: { delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p11' } },
  })
})

test('reads е for ё', async () => {
  const { findByRole, getByRole } = await openDelivery(40)
  await userEvent.type(await findByRole('searchbox'), 'березовая 8')
  await waitFor(() => expect(getByRole('status').textContent).toBe('1 pick-up point'))
})

test('keeps the chosen point and the courier in sight, says what to do when nothing is found, and sends no order', async () => {
  const { findByRole, getByRole, getAllByRole, shop } = await openDelivery(40)
  const field = await findByRole('searchbox')
  await userEvent.click(getByRole('radio', { name: /No. 3Perm/ }))
  await userEvent.type(field, 'nowhere{Enter}')
  await waitFor(() =>
    expect(getByRole('status').textContent).toBe('No such pick-up point. Try another street or fewer words.'),
  )
  expect(getAllByRole('radio').length).toBe(2)
  expect((getByRole('radio', { name: /No. 3Perm/ }) as HTMLInputElement).checked).toBe(true)
  expect(shop.checkout.getState()).toMatchObject({ step: 'filling', problems: [] })
})

test('a choice by the arrow keys keeps the focus in the list', async () => {
  const { findByRole, getByRole } = await openDelivery(40)
  await findByRole('searchbox')
  const third = getByRole('radio', { name: /No. 3Perm/ })
  await userEvent.click(third)
  await userEvent.keyboard('{ArrowDown}')
  await waitFor(() =>
    expect((getByRole('radio', { name: /No. 4Perm/ }) as HTMLInputElement).checked).toBe(true),
  )
  expect(document.activeElement).toBe(getByRole('radio', { name: /No. 4Perm/ }))
  expect(third.isConnected).toBe(true)
})

test('an address that was typed is there again after a look at the pick-up points', async () => {
  const { getByRole, findByRole } = await openDelivery(3)
  await userEvent.click(getByRole('radio', { name: /Courier/ }))
  await userEvent.type(await findByRole('textbox', { name: 'Address' }), 'Perm, Mira 3')
  await userEvent.click(getByRole('radio', { name: /No. 1/ }))
  await userEvent.click(getByRole('radio', { name: /Courier/ }))
  expect(((await findByRole('textbox', { name: 'Address' })) as HTMLTextAreaElement).value).toBe(
    'Perm, Mira 3',
  )
})

const gone: Delivery[] = [
  { kind: 'pickup', optionId: 'pickup', pointId: 'closed' },
  { kind: 'courier', optionId: 'drone', address: 'Perm, Mira 3' },
]

test.each(gone)('what an earlier order chose and is no more is chosen anew: $optionId', async (delivery) => {
  const { shop } = await openShop({ merchant: { delivery: optionsWith(3) } })
  await fill(shop)
  shop.checkout.open()
  shop.checkout.edit({ name: 'Anna', delivery })
  render(<ShopPage shop={shop} route={{ name: 'checkout' }} />)
  await waitFor(() =>
    expect(shop.checkout.getState()).toMatchObject({ draft: { name: 'Anna', delivery: null } }),
  )
  await userEvent.click(await screen.findByRole('radio', { name: /Courier/ }))
  const address = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Address' })
  expect(address.value).toBe(delivery.kind === 'courier' ? 'Perm, Mira 3' : '')
})

test('what an earlier order chose and is there stays chosen', async () => {
  const { shop } = await openShop({ merchant: { delivery: optionsWith(3) } })
  await fill(shop)
  shop.checkout.open()
  shop.checkout.edit({ delivery: { kind: 'pickup', optionId: 'pickup', pointId: 'p1' } })
  render(<ShopPage shop={shop} route={{ name: 'checkout' }} />)
  const point = await screen.findByRole<HTMLInputElement>('radio', { name: /No. 1/ })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(point.checked).toBe(true)
})
