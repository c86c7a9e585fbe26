import type { CartLine } from '../cart.ts'
import type { DeliveryOption } from '../delivery.ts'
import type {
  CancelOrderFailure,
  OrdersQuery,
  PlaceOrderFailure,
  QuoteRequest,
  StartPaymentFailure,
} from '../merchant.ts'
import { addMoney, type Money, multiplyMoney, sumMoney } from '../money.ts'
import { type Order, type OrderRequest, orderMoves } from '../order.ts'
import type { Payment, PaymentFailureReason } from '../payment.ts'
import type { Quote, QuotedOrder, QuoteLine } from '../quote.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Seller } from '../seller.ts'

interface Parts {
  cart: {
    revision(): number
    lines(): CartLine[]
    clear(): void
    priceOf(variantId: string): Money | undefined
  }
  stock: Map<string, number>
  leftOf(variantId: string): number
  sellerOf(variantId: string): Seller
  delivery: DeliveryOption[]
  now(): number
}

/** Quotes, orders and payments of the memory merchant. */
export function memoryOrders({ cart, stock, leftOf, sellerOf, delivery, now }: Parts) {
  const orders: Order[] = []
  const fingerprints = new Map<string, string>()
  let attempts = 0
  let checkouts = 0

  function quote({ deliveryOptionId }: QuoteRequest) {
    const lines = cart.lines().flatMap(({ variantId, title, quantity }) => {
      const unitPrice = cart.priceOf(variantId)
      if (!unitPrice) return []
      const { id: sellerId } = sellerOf(variantId)
      return [{ variantId, sellerId, title, quantity, unitPrice, total: multiplyMoney(unitPrice, quantity) }]
    })
    const currency = lines[0]?.unitPrice.currency
    if (!currency) return fail({ code: 'cart-empty' } as const)
    const price = delivery.find(({ id }) => id === deliveryOptionId)?.price ?? null
    const ordered = quotedOrders(lines, price, currency)
    const sum = (figures: (order: QuotedOrder) => Money) => sumMoney(ordered.map(figures), currency)
    const total = sum((order) => order.total)
    const made: Quote = {
      hash: JSON.stringify([lines.map(({ variantId, total }) => [variantId, total.amount]), total.amount]),
      revision: cart.revision(),
      lines,
      orders: ordered,
      subtotal: sum((order) => order.subtotal),
      delivery: price && multiplyMoney(price, ordered.length),
      total,
      paymentMethods: ['cash', 'card'],
      adjustments: [],
    }
    return ok(made)
  }

  function quotedOrders(lines: readonly QuoteLine[], price: Money | null, currency: string): QuotedOrder[] {
    const sellers = new Map(lines.map(({ variantId, sellerId }) => [sellerId, sellerOf(variantId)]))
    return [...sellers.values()].map((seller) => {
      const own = lines.filter(({ sellerId }) => sellerId === seller.id)
      const subtotal = sumMoney(
        own.map(({ total }) => total),
        currency,
      )
      return { seller, subtotal, delivery: price, total: price ? addMoney(subtotal, price) : subtotal }
    })
  }

  function place(request: OrderRequest): Result<Order[], PlaceOrderFailure> {
    const { checkoutId } = request
    const existing = list({ checkoutId })
    const fingerprint = JSON.stringify(request)
    if (existing.length > 0)
      return fingerprints.get(checkoutId) === fingerprint ? ok(existing) : fail({ code: 'checkout-used' })
    const quoted = quote({ deliveryOptionId: request.delivery.optionId })
    if (!quoted.ok) return quoted
    const { lines, total, hash } = quoted.value
    if (hash !== request.quoteHash || !quoted.value.delivery)
      return fail({ code: 'price-changed', before: null, after: total, quote: quoted.value })
    const short = lines.filter(({ variantId, quantity }) => leftOf(variantId) < quantity)
    if (short.length > 0) {
      const left = short.map(({ variantId, title, quantity }) => ({
        variantId,
        title,
        requested: quantity,
        left: leftOf(variantId),
      }))
      return fail({ code: 'sold-out', lines: left })
    }
    for (const { variantId, quantity } of lines) {
      const left = stock.get(variantId)
      if (left !== undefined) stock.set(variantId, left - quantity)
    }
    checkouts += 1
    const placed = quoted.value.orders.map((one, part) => orderOf(request, one, lines, part))
    orders.unshift(...placed)
    fingerprints.set(checkoutId, fingerprint)
    cart.clear()
    return ok(placed)
  }

  function orderOf(request: OrderRequest, quoted: QuotedOrder, lines: QuoteLine[], part: number): Order {
    const { checkoutId, contact, paymentMethod } = request
    const suffix = part === 0 ? '' : `-${part + 1}`
    return {
      id: `order-${checkouts}${suffix}`,
      number: `${1000 + checkouts}${suffix}`,
      checkoutId,
      seller: quoted.seller,
      state: paymentMethod === 'card' ? 'awaiting-payment' : 'confirmed',
      placedAt: new Date(now()).toISOString(),
      lines: lines.filter(({ sellerId }) => sellerId === quoted.seller.id),
      contact,
      delivery: request.delivery,
      deliveryText: describe(request, delivery),
      deliveryPrice: quoted.delivery ?? { amount: 0, currency: quoted.total.currency },
      subtotal: quoted.subtotal,
      total: quoted.total,
      paymentMethod,
      payment: null,
    }
  }

  function list({ checkoutId }: OrdersQuery): Order[] {
    return orders.filter((order) => checkoutId === undefined || order.checkoutId === checkoutId)
  }

  function startPayment(orderId: string): Result<Payment, StartPaymentFailure> {
    const order = orders.find(({ id }) => id === orderId)
    if (!order) return fail({ code: 'not-found' })
    if (order.payment?.state === 'paid') return fail({ code: 'already-paid' })
    if (order.state !== 'awaiting-payment') return fail({ code: 'not-payable' })
    if (order.payment?.state === 'pending') return ok(order.payment)
    attempts += 1
    const id = `payment-${attempts}`
    order.payment = { id, orderId, state: 'pending', url: `https://acquirer.example/${id}` }
    return ok(order.payment)
  }

  function cancel(orderId: string): Result<Order, CancelOrderFailure> {
    const order = orders.find(({ id }) => id === orderId)
    if (!order) return fail({ code: 'not-found' })
    if (order.state === 'cancelled') return ok(order)
    if (!orderMoves[order.state].includes('cancelled')) return fail({ code: 'not-cancellable' })
    order.state = 'cancelled'
    order.cancelReason = 'buyer'
    for (const { variantId, quantity } of order.lines) {
      const left = stock.get(variantId)
      if (left !== undefined) stock.set(variantId, left + quantity)
    }
    if (order.payment?.state === 'paid') order.refund = { amount: order.total, state: 'due' }
    return ok(order)
  }

  return {
    quote,
    place,
    cancel,
    startPayment,
    deliveryOptions: () => delivery,
    order(id: string) {
      const order = orders.find((candidate) => candidate.id === id)
      return order ? ok(order) : fail({ code: 'not-found' } as const)
    },
    list,
    settlePayment(paymentId: string, outcome: 'paid' | PaymentFailureReason): void {
      const order = orders.find(({ payment }) => payment?.id === paymentId)
      if (!order || order.payment?.state === 'paid') return
      const base = { id: paymentId, orderId: order.id }
      order.payment =
        outcome === 'paid' ? { ...base, state: 'paid' } : { ...base, state: 'failed', reason: outcome }
      if (outcome !== 'paid') return
      if (order.state === 'awaiting-payment') order.state = 'confirmed'
      else order.refund = { amount: order.total, state: 'due' }
    },
  }
}

function describe({ delivery: chosen }: OrderRequest, options: readonly DeliveryOption[]): string {
  const option = options.find(({ id }) => id === chosen.optionId)
  if (chosen.kind === 'courier') return `${option?.title ?? ''}: ${chosen.address}`
  const point = option?.kind === 'pickup' ? option.points.find(({ id }) => id === chosen.pointId) : undefined
  return `${option?.title ?? ''}: ${point?.address ?? ''}`
}
