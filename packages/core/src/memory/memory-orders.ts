import type { Adjustment } from '../adjustment.ts'
import type { CartLine } from '../cart.ts'
import type { DeliveryOption } from '../delivery.ts'
import type {
  CancelOrderFailure,
  ForgetFailure,
  OrdersQuery,
  PlaceOrderFailure,
  QuoteRequest,
  StartPaymentFailure,
} from '../merchant.ts'
import type { Money } from '../money.ts'
import { type Order, type OrderRequest, orderMoves } from '../order.ts'
import type { Payment, PaymentFailureReason } from '../payment.ts'
import { countQuote } from '../pricing/count-quote.ts'
import type { Quote, QuotedOrder } from '../quote.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Seller } from '../seller.ts'
import type { MemoryPromotions } from './memory-promotions.ts'

interface Parts {
  cart: {
    revision(): number
    lines(): CartLine[]
    promoCodes(): readonly string[]
    clear(): void
    priceOf(variantId: string): Money | undefined
  }
  stock: Map<string, number>
  leftOf(variantId: string): number
  sellerOf(variantId: string): Seller
  delivery: DeliveryOption[]
  promotions: MemoryPromotions
  minimumOrder: Money | undefined
  vatRate: number | undefined
  now(): number
}

/** Quotes, orders and payments of the memory merchant. */
export function memoryOrders({ cart, stock, leftOf, sellerOf, delivery, promotions, now, ...shop }: Parts) {
  const orders: Order[] = []
  const fingerprints = new Map<string, string>()
  let attempts = 0
  let checkouts = 0

  function quote({ deliveryOptionId }: QuoteRequest) {
    const lines = cart.lines().flatMap(({ variantId, title, quantity }) => {
      const unitPrice = cart.priceOf(variantId)
      const seller = sellerOf(variantId)
      return unitPrice ? [{ variantId, seller, title, quantity, unitPrice, vatRate: shop.vatRate }] : []
    })
    const currency = lines[0]?.unitPrice.currency
    if (!currency) return fail({ code: 'cart-empty' } as const)
    const { dropped, belowMinimum, ...sums } = countQuote({
      currency,
      lines,
      delivery: delivery.find(({ id }) => id === deliveryOptionId)?.price ?? null,
      deliveryVatRate: shop.vatRate,
      codes: cart.promoCodes().map(promotions.look),
      minimumOrder: shop.minimumOrder,
      now: now(),
    })
    const made: Quote = {
      // All that is charged, and for what: anything that moves makes it another quote.
      hash: JSON.stringify([sums, deliveryOptionId]),
      revision: cart.revision(),
      ...sums,
      // Nothing is to be paid: a card has no part in it.
      paymentMethods: sums.total.amount === 0 ? ['cash'] : ['cash', 'card'],
      adjustments: [
        ...dropped.map(
          (promo): Adjustment => ({ id: JSON.stringify(promo), code: 'promo-dropped', ...promo }),
        ),
        ...(belowMinimum
          ? [{ id: JSON.stringify(belowMinimum), code: 'minimum-not-met' as const, ...belowMinimum }]
          : []),
      ],
    }
    return ok(made)
  }

  function productOf(variantId: string): { productId?: string } {
    const found = cart.lines().find((line) => line.variantId === variantId)
    return found ? { productId: found.productId } : {}
  }

  function place(request: OrderRequest): Result<Order[], PlaceOrderFailure> {
    const { checkoutId, paymentMethod } = request
    const existing = list({ checkoutId })
    const fingerprint = JSON.stringify(request)
    if (existing.length > 0)
      return fingerprints.get(checkoutId) === fingerprint ? ok(existing) : fail({ code: 'checkout-used' })
    const quoted = quote({ deliveryOptionId: request.delivery.optionId })
    if (!quoted.ok) return quoted
    const { hash, paymentMethods, adjustments, lines, total } = quoted.value
    if (hash !== request.quoteHash || !quoted.value.delivery)
      return fail({ code: 'price-changed', before: null, after: total, quote: quoted.value })
    if (!paymentMethods.includes(paymentMethod)) {
      return fail({ code: 'invalid', issues: [{ path: 'paymentMethod', message: 'Nothing is to be paid' }] })
    }
    const below = adjustments.find((adjustment) => adjustment.code === 'minimum-not-met')
    if (below) return fail({ code: below.code, minimum: below.minimum, missing: below.missing })
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
    promotions.use(quoted.value.promos)
    checkouts += 1
    const placed = quoted.value.orders.map((one, part) => orderOf(request, quoted.value, one, part))
    orders.unshift(...placed)
    fingerprints.set(checkoutId, fingerprint)
    cart.clear()
    return ok(placed)
  }

  function orderOf(request: OrderRequest, { lines }: Quote, quoted: QuotedOrder, part: number): Order {
    const { delivery: deliveryPrice, ...sums } = quoted
    const suffix = part === 0 ? '' : `-${part + 1}`
    return {
      id: `order-${checkouts}${suffix}`,
      number: `${1000 + checkouts}${suffix}`,
      checkoutId: request.checkoutId,
      state: request.paymentMethod === 'card' ? 'awaiting-payment' : 'confirmed',
      placedAt: new Date(now()).toISOString(),
      contact: request.contact,
      delivery: request.delivery,
      deliveryText: describe(request, delivery),
      deliveryPrice: deliveryPrice ?? { amount: 0, currency: sums.total.currency },
      ...sums,
      lines: lines
        .filter(({ sellerId }) => sellerId === quoted.seller.id)
        .map((line) => ({ ...line, ...productOf(line.variantId) })),
      paymentMethod: request.paymentMethod,
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
    const { checkoutId } = order
    if (list({ checkoutId }).every(({ state }) => state === 'cancelled')) promotions.giveBack(order.promos)
    if (order.payment?.state === 'paid') order.refund = { amount: order.total, state: 'due' }
    return ok(order)
  }

  /** What is owed on either side has to be done first. */
  function forget(): Result<object, ForgetFailure> {
    const open = orders.filter(({ state }) => state !== 'delivered' && state !== 'cancelled')
    if (open.length > 0) return fail({ code: 'orders-open', orders: open.map(({ number }) => number) })
    orders.length = 0
    return ok({})
  }

  return {
    quote,
    place,
    forget,
    link(orderId: string) {
      const found = orders.some(({ id }) => id === orderId)
      const text = `${orderId}.${'m'.repeat(43)}`
      return found
        ? ok({ orderId, text, endsAt: new Date(now()).toISOString() })
        : fail({ code: 'not-found' } as const)
    },
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
