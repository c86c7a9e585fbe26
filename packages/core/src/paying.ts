import type { CheckoutContext } from './create-checkout.ts'
import { isTransient } from './failure.ts'
import type { Order } from './order.ts'
import { retryDelay } from './retry-delay.ts'

/** While the buyer is on the acquirer's page, and how long that is believed. */
const pollEvery = 2000
const pollLimit = 15 * 60_000

/**
 * An order whose money is on its way. What the host or the acquirer's page says is a hint; the state comes from the
 * server alone, asked every two seconds while the order waits and whenever the page is looked at again.
 */
export function createPaying(context: CheckoutContext) {
  const { host, merchant, environment } = context
  let cancel = () => {}
  let until = 0
  let resuming: { orderId: string; attempt: number } | undefined

  function show(order: Order): void {
    const base = { id: order.checkoutId, order }
    if (order.state !== 'awaiting-payment') {
      cancel()
      return context.set({ step: 'placed', ...base })
    }
    if (order.payment?.state === 'failed') {
      cancel()
      return context.set({ step: 'unpaid', ...base, reason: order.payment.reason })
    }
    const state = context.getState()
    context.set({ step: 'paying', ...base, failure: state.step === 'paying' ? state.failure : null })
    schedule()
  }

  function schedule(): void {
    cancel()
    if (environment.clock.now() < until) cancel = environment.clock.after(pollEvery, () => void look())
  }

  async function look(): Promise<void> {
    const state = context.getState()
    if (state.step !== 'paying' && state.step !== 'unpaid') return
    const order = await merchant.order(state.order.id)
    const now = context.getState()
    if (!('order' in now) || now.order.id !== state.order.id) return
    if (order.ok) show(order.value)
    else schedule()
  }

  /** Shows the order of an earlier page, as soon as the server gives it and unless the buyer went on meanwhile. */
  async function resume(): Promise<void> {
    if (!resuming) return
    const { orderId, attempt } = resuming
    const order = await merchant.order(orderId)
    if (!resuming || context.getState().step !== 'closed') return
    resuming = undefined
    if (order.ok) return show(order.value)
    if (!isTransient(order.error)) return
    resuming = { orderId, attempt: attempt + 1 }
    cancel()
    cancel = environment.clock.after(retryDelay(attempt, environment.random), () => void resume())
  }

  return {
    show,
    resume(orderId: string): void {
      resuming = { orderId, attempt: 1 }
      void resume()
    },
    async pay(order: Order): Promise<void> {
      until = environment.clock.now() + pollLimit
      context.set({ step: 'paying', id: order.checkoutId, order, failure: null })
      const payment = await merchant.startPayment(order.id)
      const state = context.getState()
      if (state.step !== 'paying' || state.order.id !== order.id) return
      if (!payment.ok) {
        context.set({ ...state, failure: payment.error })
        return look()
      }
      show({ ...order, payment: payment.value })
      // A host that cannot open it loses nothing: the screen has the same link for a tap.
      if (payment.value.state === 'pending') await host.openLink(payment.value.url)
    },
    check: () => void (resuming ? resume() : look()),
    stop: () => cancel(),
  }
}
