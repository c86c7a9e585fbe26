import type { Ordered } from './checkout.ts'
import type { CheckoutContext } from './create-checkout.ts'
import { isTransient } from './failure.ts'
import type { Order } from './order.ts'
import { retryDelay } from './retry-delay.ts'

/** While the buyer is on the acquirer's page, and how long that is believed. */
const pollEvery = 2000
const pollLimit = 15 * 60_000

/**
 * The orders of a checkout whose money is on its way. What the host or the acquirer's page says is a hint; the state
 * comes from the server alone, asked every two seconds while an order waits and whenever the page is looked at again.
 */
export function createPaying(context: CheckoutContext) {
  const { host, merchant, environment } = context
  let cancel = () => {}
  let until = 0
  let resuming: { checkoutId: string; attempt: number } | undefined

  /** One order after the other: the first that waits for its money is the one to pay. */
  function show(orders: Order[]): void {
    const waiting = orders.find(({ state }) => state === 'awaiting-payment')
    const order = waiting ?? orders.find(({ state }) => state !== 'cancelled') ?? orders[0]
    if (!order) return
    const base = { id: order.checkoutId, orders, order }
    const { payment } = order
    if (waiting && payment?.state !== 'failed') {
      const state = context.getState()
      // Just ordered, or the next one of the checkout: the buyer is led on to its payment.
      if (state.step !== 'closed' && !shown(order.id)) return void pay(order, orders)
      context.set({ step: 'paying', ...base, failure: state.step === 'paying' ? state.failure : null })
      return schedule()
    }
    cancel()
    if (waiting && payment?.state === 'failed') {
      return context.set({ step: 'unpaid', ...base, reason: payment.reason })
    }
    context.set({ step: 'placed', ...base })
  }

  function schedule(): void {
    cancel()
    if (environment.clock.now() < until) cancel = environment.clock.after(pollEvery, () => void look())
  }

  /** What is shown now, if it is still the order that was asked about. */
  function shown(orderId: string): Ordered | undefined {
    const state = context.getState()
    return 'order' in state && state.order.id === orderId ? state : undefined
  }

  async function look(): Promise<void> {
    const state = context.getState()
    if (state.step !== 'paying' && state.step !== 'unpaid') return
    const orders = await merchant.orders({ checkoutId: state.id })
    if (!shown(state.order.id)) return
    if (orders.ok) show(orders.value)
    else schedule()
  }

  /** Shows the orders of an earlier page, as soon as the server gives them and unless the buyer went on meanwhile. */
  async function resume(): Promise<void> {
    if (!resuming) return
    const { checkoutId, attempt } = resuming
    const orders = await merchant.orders({ checkoutId })
    if (!resuming || context.getState().step !== 'closed') return
    resuming = undefined
    if (orders.ok) return show(orders.value)
    if (!isTransient(orders.error)) return
    resuming = { checkoutId, attempt: attempt + 1 }
    cancel()
    cancel = environment.clock.after(retryDelay(attempt, environment.random), () => void resume())
  }

  /** `orders` are all of its checkout, as far as they are known. */
  async function pay(order: Order, orders: Order[] = [order]): Promise<void> {
    until = environment.clock.now() + pollLimit
    context.set({ step: 'paying', id: order.checkoutId, orders, order, failure: null })
    const payment = await merchant.startPayment(order.id)
    const now = shown(order.id)
    if (!now || context.getState().step !== 'paying') return
    if (!payment.ok) {
      context.set({ ...now, step: 'paying', failure: payment.error })
      return look()
    }
    const started = { ...order, payment: payment.value }
    show(now.orders.map((one) => (one.id === order.id ? started : one)))
    // A host that cannot open it loses nothing: the screen has the same link for a tap.
    if (payment.value.state === 'pending') await host.openLink(payment.value.url)
  }

  return {
    show,
    resume(checkoutId: string): void {
      resuming = { checkoutId, attempt: 1 }
      void resume()
    },
    pay,
    check: () => void (resuming ? resume() : look()),
    stop: () => cancel(),
  }
}
