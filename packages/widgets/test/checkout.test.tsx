import { render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import type { MerchantFailure } from '@vitrina/core'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop, sample, type TestShop } from './open-shop.ts'

type Options = Parameters<typeof openShop>[0]

async function openCheckout(options: Options = {}, quantity = 1): Promise<TestShop> {
  const page = await openShop(options)
  await fill(page.shop, 'mug', quantity)
  render(<ShopPage shop={page.shop} route={{ name: 'cart' }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Check out' }))
  await screen.findByRole('radio', { name: /Courier/ })
  return page
}

async function fillIn(method: RegExp): Promise<void> {
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Anna Orlova')
  await userEvent.type(screen.getByRole('textbox', { name: 'Phone' }), '8 916 123-45-67')
  await userEvent.click(screen.getByRole('radio', { name: /Library/ }))
  await userEvent.click(screen.getByRole('radio', { name: method }))
  await userEvent.click(screen.getByRole('checkbox', { name: /personal data/ }))
}

const place = () => userEvent.click(screen.getByRole('button', { name: 'Place order' }))

test('places an order to be paid on delivery and shows its number', async () => {
  const { shop } = await openCheckout()
  await fillIn(/On delivery/)
  await place()
  expect(await screen.findByText('Order placed')).toBeTruthy()
  expect(screen.getByText('1001')).toBeTruthy()
  expect(screen.getByText('Accepted by the shop')).toBeTruthy()
  expect(screen.getByText('Anna Orlova, +79161234567')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(shop.checkout.getState().step).toBe('closed'))
})

test('of several sellers it shows what each one sends, and an order of each', async () => {
  const seller = { id: 'north', name: 'Nordic linen', legal: 'Nordic linen Ltd, No. 1234567' }
  const [mug, shirt] = [sample('mug'), sample('shirt')]
  const { shop } = await openCheckout({ merchant: { products: [mug, { ...shirt, seller }] } })
  await fill(shop, 'shirt')
  const heading = await screen.findByRole('heading', { name: 'Nordic linen' })
  expect(heading.nextElementSibling?.textContent).toContain('Linen shirt')
  expect(heading.nextElementSibling?.textContent).not.toContain('Stoneware mug')
  await fillIn(/On delivery/)
  await place()
  await screen.findByText('Order placed')
  expect(screen.getByText('1001')).toBeTruthy()
  expect(screen.getByText('1001-2')).toBeTruthy()
  expect(screen.getByText('Nordic linen Ltd, No. 1234567')).toBeTruthy()
})

test('says at each wrong field what to do and goes to the first one', async () => {
  const { shop } = await openCheckout()
  await place()
  const name = screen.getByRole('textbox', { name: 'Name' })
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  expect(document.activeElement).toBe(name)
  const problem = document.getElementById(name.getAttribute('aria-describedby') ?? '')
  expect(problem?.textContent).toBe('Write the name of the recipient')
  for (const text of ['Write a phone number', 'Choose how to get the order', 'Choose how to pay']) {
    expect(screen.getByText(text)).toBeTruthy()
  }
  await userEvent.type(name, 'Anna')
  await userEvent.type(screen.getByRole('textbox', { name: 'Phone' }), '12')
  await place()
  expect(screen.getByText('Check the number: for example, +7 916 123-45-67')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone' }))
  expect(shop.checkout.getState().step).toBe('filling')
})

test('asks for an address when a courier brings it', async () => {
  await openCheckout()
  await userEvent.click(screen.getByRole('radio', { name: /Courier/ }))
  await place()
  expect(await screen.findByText('Write where to deliver')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), 'Lesnaya 5, 12')
  await waitFor(() => expect(screen.queryByText('Write where to deliver')).toBeNull())
  expect(await screen.findByText('₽1,640')).toBeTruthy()
})

test('never ticks the consent for the buyer', async () => {
  await openCheckout()
  expect((screen.getByRole('checkbox', { name: /personal data/ }) as HTMLInputElement).checked).toBe(false)
})

test('takes name and phone from the host on one tap', async () => {
  await openCheckout({ host: { contact: { name: 'Anna Orlova', phone: '+79161234567' } } })
  await userEvent.click(screen.getByRole('button', { name: 'Fill in from my profile' }))
  await waitFor(() =>
    expect((screen.getByRole('textbox', { name: 'Phone' }) as HTMLInputElement).value).toBe('+79161234567'),
  )
})

test('says that one can type when the host refuses the contact', async () => {
  await openCheckout({ host: { contact: null } })
  await userEvent.click(screen.getByRole('button', { name: 'Fill in from my profile' }))
  expect(await screen.findByText(/You did not share your number/)).toBeTruthy()
})

test('takes the address from the host on one tap, once a courier is to bring it', async () => {
  await openCheckout({ host: { address: 'Perm, Mira 3' } })
  expect(screen.queryByRole('button', { name: 'Fill in from my profile' })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: /Courier/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Fill in from my profile' }))
  const address = () => screen.getByRole('textbox', { name: 'Address' }) as HTMLTextAreaElement
  await waitFor(() => expect(address().value).toBe('Perm, Mira 3'))
})

test('says that one can write the address when the host gives none', async () => {
  await openCheckout({ host: { address: null } })
  await userEvent.click(screen.getByRole('radio', { name: /Courier/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Fill in from my profile' }))
  expect(await screen.findByText('Your profile gave no address: write it yourself.')).toBeTruthy()
})

test('does not offer the host’s contact where there is none', async () => {
  await openCheckout()
  expect(screen.queryByRole('button', { name: 'Fill in from my profile' })).toBeNull()
})

test('shows both figures when the price has changed', async () => {
  const { merchant } = await openCheckout()
  await fillIn(/On delivery/)
  await screen.findByText('₽1,290', { selector: '[part=total]' })
  await waitFor(() => expect(screen.queryByText('Counting the total…')).toBeNull())
  merchant.setPrice('mug-1', 150000)
  await place()
  expect(await screen.findByText(/now ₽1,500/)).toBeTruthy()
  await place()
  expect(await screen.findByText('Order placed')).toBeTruthy()
})

test('fits the cart to what is left when something is sold out', async () => {
  const { merchant, shop } = await openCheckout({ merchant: { stock: { 'mug-1': 3 } } }, 3)
  await fillIn(/On delivery/)
  await waitFor(() => expect(screen.queryByText('Counting the total…')).toBeNull())
  merchant.setStock('mug-1', 2)
  await place()
  expect(await screen.findByText('“Stoneware mug” — 2 pieces left')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Take what is left' }))
  await waitFor(() => expect(shop.cart.getState().count).toBe(2))
  expect(screen.queryByText('“Stoneware mug” — 2 pieces left')).toBeNull()
  await waitFor(() => expect(screen.queryByText('Counting the total…')).toBeNull())
  await place()
  expect(await screen.findByText('Order placed')).toBeTruthy()
})

test('says that it is checking, and not that it failed, when the answer is lost', async () => {
  let lost = false
  await openCheckout({ merchant: { fault: () => (lost ? 'lost-answer' : 'none') } })
  await fillIn(/On delivery/)
  await waitFor(() => expect(screen.queryByText('Counting the total…')).toBeNull())
  lost = true
  await place()
  expect(await screen.findByText('We are checking your order')).toBeTruthy()
  expect(screen.queryByText(/failed/i)).toBeNull()
  lost = false
  await userEvent.click(screen.getByRole('button', { name: 'Check now' }))
  expect(await screen.findByText('Order placed')).toBeTruthy()
})

test('leads to the acquirer with a real link, and shows the order when it is paid', async () => {
  const { merchant } = await openCheckout()
  await fillIn(/By card/)
  await place()
  const link = await screen.findByRole('link', { name: 'Go to payment' })
  expect(link.getAttribute('href')).toBe('https://acquirer.example/payment-1')
  expect(link.getAttribute('target')).toBe('_blank')
  merchant.settlePayment('payment-1', 'paid')
  await userEvent.click(screen.getByRole('button', { name: 'I paid, check' }))
  expect(await screen.findByText('Order placed')).toBeTruthy()
  expect(screen.getByText('Paid')).toBeTruthy()
})

test('says why a payment failed and pays again', async () => {
  const { merchant } = await openCheckout()
  await fillIn(/By card/)
  await place()
  await screen.findByRole('link', { name: 'Go to payment' })
  merchant.settlePayment('payment-1', 'declined')
  await userEvent.click(screen.getByRole('button', { name: 'I paid, check' }))
  expect(await screen.findByText(/The bank declined the payment/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Pay again' }))
  const link = await screen.findByRole('link', { name: 'Go to payment' })
  await waitFor(() => expect(link.getAttribute('href')).toBe('https://acquirer.example/payment-2'))
})

test('keeps an unpaid order, which can be paid from the list of orders', async () => {
  const { merchant } = await openCheckout()
  await fillIn(/By card/)
  await place()
  await screen.findByRole('link', { name: 'Go to payment' })
  await userEvent.click(screen.getByRole('button', { name: 'Pay later' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Orders' }))
  await userEvent.click(await screen.findByRole('button', { name: /Order no. 1001/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Pay' }))
  await screen.findByRole('link', { name: 'Go to payment' })
  merchant.settlePayment('payment-1', 'paid')
  await userEvent.click(screen.getByRole('button', { name: 'I paid, check' }))
  expect(await screen.findByText('Order placed')).toBeTruthy()
})

test('leads back to an order that was left while it waited for its money', async () => {
  await openCheckout()
  await fillIn(/By card/)
  await place()
  await screen.findByRole('link', { name: 'Go to payment' })
  await userEvent.click(screen.getByRole('button', { name: 'Back' }))
  expect(await screen.findByText('There is an unfinished order')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Go on' }))
  expect(await screen.findByRole('link', { name: 'Go to payment' })).toBeTruthy()
})

test('says what to do when the shop cannot be reached', async () => {
  let failure: MerchantFailure | 'none' = 'none'
  await openCheckout({ merchant: { fault: (call) => (call === 'quote' ? failure : 'none') } })
  failure = { code: 'offline' }
  await userEvent.click(screen.getByRole('radio', { name: /Library/ }))
  expect(await screen.findByText('No connection. Check the internet and try again.')).toBeTruthy()
  failure = 'none'
  await userEvent.click(screen.getByRole('button', { name: 'Count again' }))
  await waitFor(() => expect(screen.queryByText(/No connection/)).toBeNull())
})

test('says that there are no orders yet', async () => {
  const { shop } = await openShop()
  render(<ShopPage shop={shop} route={{ name: 'orders' }} />)
  expect(await screen.findByText('No orders yet')).toBeTruthy()
})
