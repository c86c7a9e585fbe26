import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import {
  createStore,
  type Merchant,
  type MerchantFailure,
  type Order,
  ok,
  type PaymentMethod,
  type Shop,
} from '@vitrina/core'
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

/** A merchant whose orders are as they are, but for this. */
function patched(merchant: Merchant, as: () => Partial<Order>): Merchant {
  return {
    ...merchant,
    async order(id) {
      const found = await merchant.order(id)
      return found.ok ? ok({ ...found.value, ...as() }) : found
    },
  }
}

/** The step that the order is at. */
function present(): string | null | undefined {
  return document.querySelector('[aria-current="step"]')?.textContent
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
  expect(present()).toBe('Cancelled by you')
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
    wrap: (merchant) => patched(merchant, () => ({ state: 'cancelled', cancelReason: 'expired' })),
  })
  await page.show()
  expect(screen.getByText(/The time to pay ran out/)).toBeTruthy()
})

test('an order that was not cancelled, because the shop was not there, says so and shows as it is', async () => {
  let failure: MerchantFailure | 'none' = { code: 'offline' }
  const { show } = await openOrder('cash', {
    merchant: { fault: (call) => (call === 'cancelOrder' ? failure : 'none') },
  })
  await show()
  await cancel()
  expect(await screen.findByText(/^No connection/)).toBeTruthy()
  expect(present()).toBe('Accepted by the shop')
  failure = 'none'
  await userEvent.click(screen.getByRole('button', { name: 'Cancel the order' }))
  expect(await screen.findByText('Cancelled')).toBeTruthy()
  expect(screen.queryByText(/^No connection/)).toBeNull()
})

test('an order that was sent meanwhile says that it is too late to cancel, and how far it is by now', async () => {
  let sent = false
  const { show } = await openOrder('cash', {
    wrap: (merchant) => ({
      ...patched(merchant, () => (sent ? { state: 'shipped' } : {})),
      async cancelOrder() {
        sent = true
        return { ok: false, error: { code: 'not-cancellable' } }
      },
    }),
  })
  await show()
  await cancel()
  await waitFor(() => expect(present()).toBe('On its way'))
  expect(screen.getByRole('alert').textContent).toMatch(/^Too late to cancel/)
  expect(screen.queryByText('Cancel the order')).toBeNull()
})

const paid = { payment: { id: 'payment-1', orderId: 'order-1', state: 'paid' } } as const
const card: [Partial<Order>, string][] = [
  [{}, 'Placed, done | [Awaiting payment] | Accepted by the shop | On its way | Delivered'],
  [
    { ...paid, state: 'confirmed' },
    'Placed, done | Paid, done | [Accepted by the shop] | On its way | Delivered',
  ],
  [
    { ...paid, state: 'shipped' },
    'Placed, done | Paid, done | Accepted by the shop, done | [On its way] | Delivered',
  ],
  [
    { ...paid, state: 'delivered' },
    'Placed, done | Paid, done | Accepted by the shop, done | On its way, done | [Delivered]',
  ],
  [{ state: 'cancelled' }, 'Placed, done | [Cancelled]'],
  [
    { ...paid, state: 'cancelled', cancelReason: 'merchant' },
    'Placed, done | Paid, done | Accepted by the shop, done | [Cancelled by the shop]',
  ],
  [{ ...paid, state: 'cancelled', cancelReason: 'expired' }, 'Placed, done | [Cancelled: not paid in time]'],
]
const cash: [Partial<Order>, string][] = [
  [{}, 'Placed, done | [Accepted by the shop] | On its way | Delivered'],
  [{ state: 'shipped' }, 'Placed, done | Accepted by the shop, done | [On its way] | Delivered'],
  [
    { state: 'cancelled', cancelReason: 'buyer' },
    'Placed, done | Accepted by the shop, done | [Cancelled by you]',
  ],
]
test.each([
  ...card.map(([as, steps]) => ({ method: 'card' as const, as, steps })),
  ...cash.map(([as, steps]) => ({ method: 'cash' as const, as, steps })),
])('an order by $method shows its steps: $steps', async ({ method, as, steps }) => {
  const { show } = await openOrder(method, { wrap: (merchant) => patched(merchant, () => as) })
  await show()
  const list = screen.getByRole('list', { name: 'How far the order is' })
  const said = [...list.children].map((step) =>
    step.getAttribute('aria-current') === 'step' ? `[${step.textContent}]` : step.textContent,
  )
  expect(said.join(' | ')).toBe(steps)
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
