import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { createStore, type MerchantFailure, type Order, type PaymentMethod, type Shop } from '@vitrina/core'
import { expect, test } from 'vitest'
import { ShopPage } from '../src/index.ts'
import { fill, openShop, type TestShop } from './open-shop.ts'

async function openOrder(paymentMethod: PaymentMethod, options: Parameters<typeof openShop>[0] = {}) {
  const page = await openShop(options)
  await fill(page.shop)
  const order = await placed(page, paymentMethod)
  return { ...page, order, show: () => show(page, order) }
}

async function placed({ merchant }: TestShop, paymentMethod: PaymentMethod): Promise<Order> {
  const options = await merchant.deliveryOptions()
  const option = options.ok && options.value.find(({ kind }) => kind === 'courier')
  if (!option) throw new Error('The sample has a courier')
  const quote = await merchant.quote({ deliveryOptionId: option.id })
  if (!quote.ok) throw new Error(quote.error.code)
  const orders = await merchant.placeOrder({
    checkoutId: 'checkout-1',
    quoteHash: quote.value.hash,
    contact: { name: 'Anna Orlova', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: option.id, address: 'Sadovaya 1' },
    paymentMethod,
    consent: { personalData: true, version: '1' },
  })
  const order = orders.ok && orders.value[0]
  if (!order) throw new Error('There is no order')
  return order
}

async function show({ shop }: TestShop, { id }: Order): Promise<void> {
  render(<ShopPage shop={shop} route={{ name: 'order', id }} />)
  await screen.findByText('Order number', {}, { timeout: 10_000 })
}

async function cancel(): Promise<void> {
  await userEvent.click(screen.getByText('Cancel the order', { selector: 'summary' }))
  await userEvent.click(screen.getByRole('button', { name: 'Cancel the order' }))
}

test('asks before it cancels an order', async () => {
  const { shop, order, show } = await openOrder('cash')
  await show()
  const summary = screen.getByText('Cancel the order', { selector: 'summary' })
  expect(summary.closest('details')?.open).toBe(false)
  await userEvent.click(summary)
  expect(summary.closest('details')?.open).toBe(true)
  expect(await shop.orders.get(order.id)).toMatchObject({ value: { state: 'confirmed' } })
})

test('cancels an order on the second click and shows it', async () => {
  const { show } = await openOrder('cash')
  await show()
  await cancel()
  expect(await screen.findByText('Cancelled')).toBeTruthy()
  expect(screen.queryByText('Cancel the order')).toBeNull()
})

test('says that the money of a cancelled order comes back', async () => {
  const { merchant, order, show } = await openOrder('card')
  await merchant.startPayment(order.id)
  merchant.settlePayment('payment-1', 'paid')
  await show()
  await cancel()
  expect(await screen.findByText(/^Coming back to you: ₽/)).toBeTruthy()
})

test('says that an order was not paid in time', async () => {
  const page = await openOrder('card', {
    wrap: (merchant) => ({
      ...merchant,
      async order(id) {
        const found = await merchant.order(id)
        return found.ok
          ? { ok: true, value: { ...found.value, state: 'cancelled', cancelReason: 'expired' } }
          : found
      },
    }),
  })
  await page.show()
  expect(screen.getByText(/The time to pay ran out/)).toBeTruthy()
})

test('says why an order was not cancelled, and shows it as it is', async () => {
  let failure: MerchantFailure | 'none' = { code: 'offline' }
  const { show } = await openOrder('cash', {
    merchant: { fault: (call) => (call === 'cancelOrder' ? failure : 'none') },
  })
  await show()
  await cancel()
  expect(await screen.findByText(/^No connection/)).toBeTruthy()
  expect(await screen.findByText('Accepted by the shop')).toBeTruthy()
  failure = 'none'
  await screen.findByText('Cancel the order', { selector: 'summary' })
  await cancel()
  expect(await screen.findByText('Cancelled')).toBeTruthy()
})

test('an order that has left meanwhile is shown on its way, and why it was not cancelled is said', async () => {
  let left = false
  const { show } = await openOrder('cash', {
    wrap: (merchant) => ({
      ...merchant,
      async order(id) {
        const found = await merchant.order(id)
        return found.ok && left ? { ok: true, value: { ...found.value, state: 'shipped' } } : found
      },
      async cancelOrder() {
        left = true
        return { ok: false, error: { code: 'not-cancellable' } }
      },
    }),
  })
  await show()
  await cancel()
  expect(await screen.findByText(/^It cannot be cancelled any more/)).toBeTruthy()
  const present = await screen.findByText('On its way', { selector: '[part="order-state"]' })
  expect(present.closest('li')?.getAttribute('aria-current')).toBe('step')
  expect(screen.queryByText('Cancel the order')).toBeNull()
  expect(screen.getByRole('alert').textContent).toMatch(/^It cannot be cancelled any more/)
})

test.each<[string, Partial<Order>, string[]]>([
  [
    'cash, accepted',
    { state: 'confirmed', paymentMethod: 'cash' },
    ['Placed, done', '> Accepted by the shop', 'On its way', 'Delivered'],
  ],
  [
    'card, not paid yet',
    { state: 'awaiting-payment', paymentMethod: 'card' },
    ['Placed, done', '> Awaiting payment', 'Accepted by the shop', 'On its way', 'Delivered'],
  ],
  [
    'card, on its way',
    { state: 'shipped', paymentMethod: 'card' },
    ['Placed, done', 'Paid, done', 'Accepted by the shop, done', '> On its way', 'Delivered'],
  ],
  [
    'received',
    { state: 'delivered', paymentMethod: 'cash' },
    ['Placed, done', 'Accepted by the shop, done', 'On its way, done', '> Delivered'],
  ],
  [
    'cancelled',
    { state: 'cancelled', paymentMethod: 'card', payment: null },
    ['Placed, done', '> Cancelled'],
  ],
])('shows the steps of an order: %s', async (_, patch, expected) => {
  const { show } = await openOrder('cash', {
    wrap: (merchant) => ({
      ...merchant,
      async order(id) {
        const found = await merchant.order(id)
        return found.ok ? { ok: true, value: { ...found.value, ...patch } } : found
      },
    }),
  })
  await show()
  const steps = screen.getAllByRole('listitem').filter((item) => item.getAttribute('part') === 'step')
  const said = steps.map((step) => `${step.getAttribute('aria-current') ? '> ' : ''}${step.textContent}`)
  expect(said).toEqual(expected)
})

test('a checkout that waits for money ends when its order is cancelled elsewhere', async () => {
  const { shop, merchant, order } = await openOrder('card')
  shop.checkout.pay(order)
  render(<ShopPage shop={shop} route={{ name: 'checkout' }} />)
  await screen.findByRole('link', { name: 'Go to payment' })
  await merchant.cancelOrder(order.id)
  await userEvent.click(screen.getByRole('button', { name: 'I paid, check' }))
  expect(await screen.findByText('Cancelled')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('Order placed')).toBeNull())
})

test('orders the same again, and shows it in the cart', async () => {
  const { shop, show } = await openOrder('cash')
  const before = (await shop.orders.list()).ok
  expect(before).toBe(true)
  shop.cart.refresh()
  await shop.cart.drained()
  expect(shop.cart.getState().count).toBe(0)
  await show()
  await userEvent.click(screen.getByRole('button', { name: 'Order again' }))
  await waitFor(() => expect(shop.cart.getState().count).toBeGreaterThan(0))
  await screen.findByRole('button', { name: 'Check out' })
})

test('gives a guest a link to the order, and nobody else', async () => {
  const { shop, order, show } = await openOrder('cash')
  await show()
  expect(screen.queryByRole('button', { name: 'Copy a link to this order' })).toBeNull()
  cleanup()
  const orderUrl = ({ text }: { text: string }) => `https://blog.example/#order-link=${text}`
  const launch = createStore(shop.launch.getState() && { ...shop.launch.getState()!, user: undefined })
  const guests = { ...shop, host: { ...shop.host, orderUrl }, launch } as unknown as Shop
  render(<ShopPage shop={guests} route={{ name: 'order', id: order.id }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Copy a link to this order' }))
  const field = await screen.findByRole('textbox', { name: 'Copy a link to this order' })
  expect((field as HTMLInputElement).value).toContain(`#order-link=${order.id}.`)
})
