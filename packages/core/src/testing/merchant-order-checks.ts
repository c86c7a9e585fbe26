import type { Merchant } from '../merchant.ts'
import type { Order, OrderRequest } from '../order.ts'
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

/** Orders what is in the cart, which is one seller's. */
async function place(merchant: Merchant, patch: Partial<OrderRequest> = {}): Promise<Order> {
  const [order, ...others] = expectOk(await merchant.placeOrder(await requestFor(merchant, patch)))
  expectThat(order !== undefined && others.length === 0, 'one seller, one order')
  return order
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
        const ids = [expectOk(one), expectOk(two), again].map((orders) => orders.map(({ id }) => id).join())
        expectThat(new Set(ids).size === 1 && again.length === 1, 'the same order each time', ids)
        expectThat(expectOk(await merchant.orders({})).length === 1, 'one order in the list')
        const found = expectOk(await merchant.orders({ checkoutId: request.checkoutId }))
        expectThat(found[0]?.id === ids[0], 'the checkout finds it')
        const cart = expectOk(await merchant.syncCart({ cartId: null, since: 0, operations: [] }))
        expectThat(cart.lines.length === 0, 'the cart is empty', cart.lines)
      },
    },
    {
      name: 'makes one order for each seller, and their sums are those of the quote',
      async run() {
        const { merchant, plentiful, ofAnotherSeller } = await make()
        await fill(merchant, plentiful, 2)
        if (ofAnotherSeller !== undefined) await fill(merchant, ofAnotherSeller, 1)
        const request = await requestFor(merchant)
        const quote = expectOk(await merchant.quote({ deliveryOptionId: request.delivery.optionId }))
        const orders = expectOk(await merchant.placeOrder(request))
        const sellers = new Set(orders.map(({ seller }) => seller.id))
        expectThat(
          sellers.size === (ofAnotherSeller === undefined ? 1 : 2),
          'each is of another seller',
          orders,
        )
        expectThat(orders.length === sellers.size, 'each seller has one', orders)
        for (const [index, order] of orders.entries()) {
          const { id, total } = { id: order.seller.id, total: order.total.amount }
          const quoted = quote.orders[index]
          expectThat(quoted?.seller.id === id && quoted.total.amount === total, 'it is as quoted', order)
          const lines = order.lines.reduce((sum, line) => sum + line.total.amount, 0)
          expectThat(total === lines + order.deliveryPrice.amount, 'its total adds up', order)
          expectThat(
            order.lines.every(({ sellerId }) => sellerId === id),
            'its lines are its seller’s',
            order,
          )
        }
        const sum = orders.reduce((all, { total }) => all + total.amount, 0)
        expectThat(sum === quote.total.amount, 'together they cost what was quoted', quote)
        const listed = expectOk(await merchant.orders({ checkoutId: request.checkoutId }))
        expectThat(
          listed.map(({ id }) => id).join() === orders.map(({ id }) => id).join(),
          'the checkout lists them in the same order',
          listed,
        )
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
        const placed = await place(merchant)
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
        const { id } = await place(merchant)
        const [one, two] = await Promise.all([merchant.cancelOrder(id), merchant.cancelOrder(id)])
        for (const order of [expectOk(one), expectOk(two), expectOk(await merchant.order(id))]) {
          expectThat(order.state === 'cancelled' && order.cancelReason === 'buyer', 'cancelled', order)
        }
        const operations = [add(scarce, 3, 'again')]
        expectOk(await merchant.syncCart({ cartId: null, since: 0, operations }))
        const again = await place(merchant, { checkoutId: 'checkout-2' })
        expectThat(again.lines[0]?.quantity === 3, 'all three can be had again', again.lines)
        expectThat(codeOf(await merchant.cancelOrder('no-such-order')) === 'not-found', 'not-found')
      },
    },
    {
      name: 'does not take a payment for a cancelled order',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const { id } = await place(merchant, { paymentMethod: 'card' })
        expectOk(await merchant.cancelOrder(id))
        expectThat(codeOf(await merchant.startPayment(id)) === 'not-payable', 'not-payable')
      },
    },
    {
      name: 'has one pending payment for an order, and none for cash',
      async run() {
        const { merchant, plentiful } = await make()
        await fill(merchant, plentiful, 1)
        const card = await place(merchant, { paymentMethod: 'card' })
        expectThat(card.state === 'awaiting-payment', 'it awaits payment', card.state)
        const [one, two] = await Promise.all([merchant.startPayment(card.id), merchant.startPayment(card.id)])
        expectThat(expectOk(one).id === expectOk(two).id, 'one attempt at a time')
        await merchant.syncCart({ cartId: null, since: 0, operations: [add(plentiful, 1, 'again')] })
        const cash = await place(merchant, { checkoutId: 'checkout-2' })
        expectThat(codeOf(await merchant.startPayment(cash.id)) === 'not-payable', 'cash is not payable here')
      },
    },
    {
      name: 'links to an order that is there, if it makes links',
      async run() {
        const { merchant, plentiful } = await make()
        if (!merchant.linkOrder) return
        await fill(merchant, plentiful, 1)
        const { id } = await place(merchant)
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
        const { id } = await place(merchant)
        expectThat(codeOf(await merchant.forget()) === 'orders-open', 'orders-open')
        expectOk(await merchant.cancelOrder(id))
        expectOk(await merchant.forget())
        expectThat(expectOk(await merchant.orders({})).length === 0, 'no orders are left')
        expectThat(codeOf(await merchant.order(id)) === 'not-found', 'not-found')
      },
    },
  ]
}
