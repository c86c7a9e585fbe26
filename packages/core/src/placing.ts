import type { CheckoutDraft } from './checkout.ts'
import type { CheckoutContext } from './create-checkout.ts'
import { isTransient, type MerchantFailure } from './failure.ts'
import type { PlaceOrderFailure } from './merchant.ts'
import type { Order, OrderRequest } from './order.ts'
import type { Result } from './result.ts'
import { retryDelay } from './retry-delay.ts'

/** An order that the server has not heard of after this long is not sent again behind the buyer's back. */
const resendLimit = 10 * 60_000

interface Outcomes {
  ordered(orders: Order[]): void
  refused(failure: Refusal | NeverArrived, draft: CheckoutDraft): void
}

/** What says for certain that no order was made of this request; a new code of failure does not compile before it is known to. */
export type Refusal = Extract<
  PlaceOrderFailure,
  {
    code:
      | 'cart-empty'
      | 'price-changed'
      | 'sold-out'
      | 'minimum-not-met'
      | 'invalid'
      | 'not-found'
      | 'unauthorized'
      | 'checkout-used'
  }
>
type NeverArrived = Extract<PlaceOrderFailure, { code: 'unknown' }>

/**
 * One order under way. Its request is stored already; every attempt carries the same checkout id, and only an answer
 * that says so ends it: silence leads to `checking`, never to a second order and never to "failed".
 */
export function createPlacing(context: CheckoutContext, outcomes: Outcomes) {
  const { merchant, environment } = context
  let current: { request: OrderRequest; draft: CheckoutDraft; sentAt: number } | undefined
  let busy = false
  let attempt = 0
  let cancel = () => {}

  async function place(): Promise<void> {
    if (!current) return
    const { request } = current
    handle(await merchant.placeOrder(request))
  }

  function handle(result: Result<Order[], PlaceOrderFailure>): void {
    if (result.ok) return end((outcome) => outcome.ordered(result.value))
    const { error } = result
    if (isTransient(error) || error.code === 'unknown') return wait(error)
    end((outcome, draft) => outcome.refused(error, draft))
  }

  function end(tell: (outcomes: Outcomes, draft: CheckoutDraft) => void): void {
    const draft = current?.draft
    cancel()
    current = undefined
    attempt = 0
    if (draft) tell(outcomes, draft)
  }

  function wait(failure: MerchantFailure): void {
    if (!current) return
    const { request, draft } = current
    context.set({ step: 'checking', id: request.checkoutId, draft, failure })
    attempt += 1
    const retryAfter = 'retryAfter' in failure ? failure.retryAfter : undefined
    cancel()
    cancel = environment.clock.after(retryDelay(attempt, environment.random, retryAfter), check)
  }

  async function look(): Promise<void> {
    if (!current) return
    const { request, draft, sentAt } = current
    const found = await merchant.orders({ checkoutId: request.checkoutId })
    if (!found.ok) return wait(found.error)
    const orders = found.value
    if (orders.length > 0) return end((outcome) => outcome.ordered(orders))
    const age = environment.clock.now() - sentAt
    if (age >= 0 && age < resendLimit) return place()
    current = undefined
    outcomes.refused({ code: 'unknown', reason: 'never-arrived' }, draft)
  }

  function check(): void {
    if (!current || busy || context.getState().step !== 'checking') return
    cancel()
    busy = true
    void look().finally(() => {
      busy = false
    })
  }

  return {
    async send(request: OrderRequest, draft: CheckoutDraft): Promise<void> {
      current = { request, draft, sentAt: environment.clock.now() }
      await place()
    },
    /** After a reload: first asks whether the order was made. */
    resume(request: OrderRequest, draft: CheckoutDraft, sentAt: number): void {
      current = { request, draft, sentAt }
      context.set({ step: 'checking', id: request.checkoutId, draft, failure: null })
      check()
    },
    check,
    stop(): void {
      cancel()
      current = undefined
    },
  }
}
