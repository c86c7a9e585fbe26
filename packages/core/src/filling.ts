import type { Checkout, CheckoutDraft, CheckoutFailure } from './checkout.ts'
import type { CheckoutContext } from './create-checkout.ts'
import { draftProblems } from './draft-problems.ts'
import { isTransient } from './failure.ts'
import type { QuoteFailure } from './merchant.ts'
import type { Quote } from './quote.ts'
import { fail, ok, type Result } from './result.ts'

type FillingState = Extract<Checkout, { step: 'filling' }>

/** The form: a draft, the ways of delivery, and a quote that follows the cart and the chosen delivery. */
export function createFilling(context: CheckoutContext) {
  const { host, merchant, cart } = context
  let turn = 0
  let quotedRevision = -1
  let tried = false
  let unsubscribe = () => {}

  function update(patch: Partial<Omit<FillingState, 'step'>>): void {
    const state = context.getState()
    if (state.step === 'filling') context.set({ ...state, ...patch })
  }

  function show(id: string, draft: CheckoutDraft, rest: Partial<FillingState>): void {
    unsubscribe()
    unsubscribe = cart.subscribe(({ pending }) => {
      if (context.getState().step !== 'filling') unsubscribe()
      else if (pending === 0 && cart.revision() !== quotedRevision) {
        quotedRevision = cart.revision()
        void requote()
      }
    })
    const state: FillingState = {
      step: 'filling',
      id,
      draft,
      deliveryOptions: null,
      quote: null,
      problems: [],
      failure: null,
      ...rest,
    }
    context.set(state)
    void loadDeliveryOptions()
  }

  async function loadDeliveryOptions(): Promise<void> {
    const options = await merchant.deliveryOptions()
    if (options.ok) update({ deliveryOptions: options.value })
    else update({ failure: options.error })
  }

  async function askQuote(draft: CheckoutDraft): Promise<Result<Quote, QuoteFailure>> {
    const drained = await cart.drained()
    if (!drained.ok) return drained
    quotedRevision = cart.revision()
    const quote = await merchant.quote({ deliveryOptionId: draft.delivery?.optionId ?? null })
    if (quote.ok) quotedRevision = quote.value.revision
    return quote
  }

  async function requote(): Promise<void> {
    const state = context.getState()
    if (state.step !== 'filling') return
    turn += 1
    const mine = turn
    const quote = await askQuote(state.draft)
    const now = context.getState()
    if (mine !== turn || now.step !== 'filling') return
    if (!quote.ok) return update({ quote: null, failure: quote.error })
    const [method, ...others] = quote.value.paymentMethods
    const only = others.length === 0 && method !== undefined ? method : now.draft.paymentMethod
    const draft = { ...now.draft, paymentMethod: only }
    update({
      quote: quote.value,
      draft,
      failure: now.failure && isAboutQuote(now.failure) ? null : now.failure,
    })
    if (!now.deliveryOptions) void loadDeliveryOptions()
  }

  return {
    requote: () => void requote(),
    open(id: string, draft: CheckoutDraft): void {
      tried = false
      show(id, draft, {})
      void requote()
    },
    /** The order was not made; everything typed is still there. */
    refused(failure: CheckoutFailure, draft: CheckoutDraft, id?: string): void {
      const state = context.getState()
      if (!('id' in state)) return
      void context.remember({ request: undefined, sentAt: undefined })
      tried = true
      turn += 1
      show(id ?? state.id, draft, { failure, quote: 'quote' in failure ? failure.quote : null })
      if ('quote' in failure) quotedRevision = failure.quote.revision
      else void requote()
      cart.refresh()
    },
    edit(patch: Partial<CheckoutDraft>): void {
      const state = context.getState()
      if (state.step !== 'filling') return
      const draft = { ...state.draft, ...patch }
      const moved = draft.delivery?.optionId !== state.draft.delivery?.optionId
      update({ draft, problems: tried || state.problems.length > 0 ? draftProblems(draft) : [] })
      void context.remember({ id: state.id, draft })
      if (!moved) return
      update({ quote: null })
      void requote()
    },
    async useHostContact(): Promise<void> {
      const contact = await host.requestContact?.()
      const state = context.getState()
      if (!contact || state.step !== 'filling') return
      if (!contact.ok) return update({ failure: { code: 'contact-refused', reason: contact.error.code } })
      const { name, phone } = contact.value
      const draft = { ...state.draft, name: name || state.draft.name, phone: phone || state.draft.phone }
      const failure = state.failure?.code === 'contact-refused' ? null : state.failure
      update({ draft, failure, problems: state.problems.length > 0 ? draftProblems(draft) : [] })
      void context.remember({ draft })
    },
    /** The quote that the buyer sees, if it is still the server's; the new one as a failure otherwise. */
    async confirmQuote(state: FillingState): Promise<Result<Quote, CheckoutFailure>> {
      turn += 1
      if (state.quote && cart.getState().pending === 0 && state.quote.revision === cart.revision())
        return ok(state.quote)
      const quote = await askQuote(state.draft)
      if (!quote.ok) return quote
      const before = state.quote?.total ?? null
      const after = quote.value.total
      return before?.amount === after.amount
        ? quote
        : fail({ code: 'price-changed', before, after, quote: quote.value })
    },
    /** Something may have changed outside: asks again what could not be had. */
    check(): void {
      const state = context.getState()
      if (state.step === 'filling' && state.failure && isTransient(state.failure)) void requote()
    },
    stop: () => unsubscribe(),
  }
}

/** A new quote answers these; the others say something about the order and stay until the next attempt. */
function isAboutQuote(failure: CheckoutFailure): boolean {
  return !['price-changed', 'sold-out', 'minimum-not-met', 'contact-refused', 'checkout-used'].includes(
    failure.code,
  )
}
