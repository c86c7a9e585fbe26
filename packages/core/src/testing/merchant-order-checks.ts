import type { Merchant } from '../merchant.ts'
import type { OrderRequest } from '../order.ts'
import { type ContractCheck, codeOf, expectOk, expectThat } from './contract-check.ts'
import { add, type MerchantFixture } from './merchant-contract.ts'

async function fill(merchant: Merchant, variantId: string, quantity: number): Promise<void> {
  const operations = [add(variantId, quantity, `fill-${variantId}`)]
  expectOk(await merchant.syncCart({ cartId: null, since: 0, operations }))
}

/** A request for what is in the cart now, by the first courier there is. */
async function requestFor(merchant: Merchant, patch: Partial<OrderRequest> = {}): Promise<OrderRequest> {
  const options = expectOk(await merchant.deliveryOptions())
  const option = options.find(({ kind }) => kind === 'courier')
  expectThat(option !== undefined, 'there is a courier')
  const { hash } = expectOk(await merchant.quote({ deliveryOptionId: option.id }))
  return {
    checkoutId: 'checkout-1',
    quoteHash: hash,
    contact: { name: 'Anna Orlova', phone: '+79161234567' },
    delivery: { kind: 'courier', optionId: option.id, address: 'Sadovaya 1, flat 2' },
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
    ...patch,
  }
}

export function orderChecks(make: () => Promise<MerchantFixture>): ContractCheck[] {
  return [
    {
      name: 'quotes lines, delivery and a total that add up',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 3)
        const [option] = expectOk(await merchant.deliveryOptions())
        const quote = expectOk(await merchant.quote({ deliveryOptionId: option?.id ?? null }))
        const lines = quote.lines.reduce((sum, line) => sum + line.total.amount, 0)
        expectThat(quote.subtotal.amount === lines, 'the lines make the subtotal', quote)
        expectThat(quote.total.amount === lines + (quote.delivery?.amount ?? 0), 'the total adds up', quote)
      },
    },
    {
      name: 'refuses to quote an empty cart',
      async run() {
        const { merchant } = await make()
        expectThat(codeOf(await merchant.quote({ deliveryOptionId: null })) === 'cart-empty', 'cart-empty')
      },
    },
    {
      name: 'makes one order of one checkout, and empties the cart',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 2)
        const request = await requestFor(merchant)
        const [one, two] = await Promise.all([merchant.placeOrder(request), merchant.placeOrder(request)])
        const again = expectOk(await merchant.placeOrder(request))
        expectThat(
          expectOk(one).id === expectOk(two).id && again.id === expectOk(one).id,
          'the same order each time',
        )
        expectThat(expectOk(await merchant.orders({})).length === 1, 'one order in the list')
        const found = expectOk(await merchant.orders({ checkoutId: request.checkoutId }))
        expectThat(found[0]?.id === again.id, 'the checkout finds it')
        const cart = expectOk(await merchant.syncCart({ cartId: null, since: 0, operations: [] }))
        expectThat(cart.lines.length === 0, 'the cart is empty', cart.lines)
      },
    },
    {
      name: 'does not make a second order from another request of the same checkout',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const request = await requestFor(merchant)
        expectOk(await merchant.placeOrder(request))
        const other = { ...request, contact: { ...request.contact, name: 'Boris' } }
        expectThat(codeOf(await merchant.placeOrder(other)) === 'checkout-used', 'checkout-used')
      },
    },
    {
      name: 'answers price-changed to a quote that is not the current one',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const request = await requestFor(merchant, { quoteHash: 'an-old-one' })
        const answer = await merchant.placeOrder(request)
        expectThat(codeOf(answer) === 'price-changed', 'price-changed', answer)
        expectThat(expectOk(await merchant.orders({})).length === 0, 'nothing was ordered')
      },
    },
    {
      name: 'knows an order again, and not those that do not exist',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const placed = expectOk(await merchant.placeOrder(await requestFor(merchant)))
        const order = expectOk(await merchant.order(placed.id))
        expectThat(
          order.number === placed.number && order.state === 'confirmed',
          'confirmed, with its number',
          order,
        )
        expectThat(codeOf(await merchant.order('no-such-order')) === 'not-found', 'not-found')
      },
    },
    {
      name: 'cancels an order that was not shipped, and gives back what it took',
      async run() {
        const { merchant, scarce } = await make()
        await fill(merchant, scarce, 3)
        const { id } = expectOk(await merchant.placeOrder(await requestFor(merchant)))
        const [one, two] = await Promise.all([merchant.cancelOrder(id), merchant.cancelOrder(id)])
        for (const order of [expectOk(one), expectOk(two), expectOk(await merchant.order(id))]) {
          expectThat(order.state === 'cancelled' && order.cancelReason === 'buyer', 'cancelled', order)
        }
        const operations = [add(scarce, 3, 'again')]
        expectOk(await merchant.syncCart({ cartId: null, since: 0, operations }))
        const request = await requestFor(merchant, { checkoutId: 'checkout-2' })
        const again = expectOk(await merchant.placeOrder(request))
        expectThat(again.lines[0]?.quantity === 3, 'all three can be had again', again.lines)
        expectThat(codeOf(await merchant.cancelOrder('no-such-order')) === 'not-found', 'not-found')
      },
    },
    {
      name: 'does not take a payment for a cancelled order',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const { id } = expectOk(
          await merchant.placeOrder(await requestFor(merchant, { paymentMethod: 'card' })),
        )
        expectOk(await merchant.cancelOrder(id))
        expectThat(codeOf(await merchant.startPayment(id)) === 'not-payable', 'not-payable')
      },
    },
    {
      name: 'has one pending payment for an order, and none for cash',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const card = expectOk(
          await merchant.placeOrder(await requestFor(merchant, { paymentMethod: 'card' })),
        )
        expectThat(card.state === 'awaiting-payment', 'it awaits payment', card.state)
        const [one, two] = await Promise.all([merchant.startPayment(card.id), merchant.startPayment(card.id)])
        expectThat(expectOk(one).id === expectOk(two).id, 'one attempt at a time')
        await merchant.syncCart({ cartId: null, since: 0, operations: [add(plentiful, 1, 'again')] })
        const request = await requestFor(merchant, { checkoutId: 'checkout-2' })
        const cash = expectOk(await merchant.placeOrder(request))
        expectThat(codeOf(await merchant.startPayment(cash.id)) === 'not-payable', 'cash is not payable here')
      },
    },
    {
      name: 'links to an order that is there, if it makes links',
      async run() {
        const { merchant, plentiful } = await make()
        if (!merchant.linkOrder) return
        await fill(merchant, plentiful, 1)
        const { id } = expectOk(await merchant.placeOrder(await requestFor(merchant)))
        const link = expectOk(await merchant.linkOrder(id))
        expectThat(link.orderId === id && link.text.length > 22, 'a link that cannot be guessed', link)
        expectThat(codeOf(await merchant.linkOrder('no-such-order')) === 'not-found', 'not-found')
      },
    },
    {
      name: 'forgets a buyer, but not while an order is open, if it forgets at all',
      async run() {
        const { merchant, plentiful } = await make()
        if (!merchant.forget) return
        await fill(merchant, plentiful, 1)
        const { id } = expectOk(await merchant.placeOrder(await requestFor(merchant)))
        expectThat(codeOf(await merchant.forget()) === 'orders-open', 'orders-open')
        expectOk(await merchant.cancelOrder(id))
        expectOk(await merchant.forget())
        expectThat(expectOk(await merchant.orders({})).length === 0, 'no orders are left')
        expectThat(codeOf(await merchant.order(id)) === 'not-found', 'not-found')
      },
    },
  ]
}
