import type { Checkout, CheckoutDraft, CheckoutFailure } from './checkout.ts'
import { emptyDraft } from './checkout.ts'
import { normalizePhone } from './contact.ts'
import type { StartableCart } from './create-cart.ts'
import { draftProblems } from './draft-problems.ts'
import type { Environment } from './environment.ts'
import { createFilling } from './filling.ts'
import type { Host } from './host.ts'
import type { Merchant } from './merchant.ts'
import type { Order, OrderRequest } from './order.ts'
import { createPaying } from './paying.ts'
import { createPlacing } from './placing.ts'
import { createStore } from './readable-store.ts'
import { createSaved, type Saved } from './saved.ts'
import { isSavedCheckout, isUnderWay, mergeCheckouts, type SavedCheckout } from './saved-checkout.ts'
import type { CheckoutStore } from './shop.ts'
import type { Storage } from './storage.ts'

/** How long the first request may wait for storage: a host that never answers must not keep anybody from buying. */
const storageLimit = 1500

export interface StartableCheckout extends CheckoutStore {
  /** Takes up what an earlier page left in storage. */
  start(storage: Storage): void
  stop(): void
}

/** What the stages of a checkout share. */
export interface CheckoutContext {
  host: Host
  merchant: Merchant
  cart: StartableCart
  environment: Environment
  getState(): Checkout
  set(checkout: Checkout): void
  remember(patch: Partial<SavedCheckout>): Promise<void>
}

/** From cart to order, over storage: see `Checkout` for the states and their order. */
export function createCheckout(
  host: Host,
  merchant: Merchant,
  cart: StartableCart,
  environment: Environment,
  consentVersion: string,
): StartableCheckout {
  const { clock, createId } = environment
  const store = createStore<Checkout>({ step: 'closed' })
  let record: SavedCheckout = { id: createId(), draft: emptyDraft }
  let saved: Saved<SavedCheckout> | undefined
  /** What this page has had under way last. */
  let own: string | undefined
  let stopped = false

  const context: CheckoutContext = {
    host,
    merchant,
    cart,
    environment,
    getState: store.getState,
    set: (checkout) => {
      if (!stopped) store.set(checkout)
    },
    remember(patch) {
      take({ ...record, ...patch })
      return saved?.save(record) ?? Promise.resolve()
    },
  }
  const filling = createFilling(context)
  const paying = createPaying(context)
  const placing = createPlacing(context, {
    ordered,
    refused: (failure, draft) =>
      failure.code === 'checkout-used' ? void used(failure, draft) : filling.refused(failure, draft),
  })

  function take(next: SavedCheckout): void {
    record = next
    if (isUnderWay(next)) own = next.id
  }

  function ordered(orders: Order[]): void {
    void context.remember({ orderedId: record.id, request: undefined, sentAt: undefined })
    cart.refresh()
    paying.show(orders)
  }

  /** Another tab has made an order of this checkout. What is still in the cart is another one. */
  async function used(failure: CheckoutFailure, draft: CheckoutDraft): Promise<void> {
    const orders = await merchant.orders({ checkoutId: record.id })
    cart.refresh()
    await cart.drained()
    if (orders.ok && cart.getState().count === 0) return ordered(orders.value)
    renew(draft)
    filling.refused(failure, record.draft, record.id)
  }

  async function place(): Promise<void> {
    const state = store.getState()
    if (state.step !== 'filling') return
    const problems = draftProblems(state.draft)
    if (problems.length > 0) return context.set({ ...state, problems, failure: null })
    const { id, draft } = state
    context.set({ step: 'placing', id, draft })
    const quoted = await filling.confirmQuote(state)
    if (!quoted.ok) return filling.refused(quoted.error, draft)
    const request = orderRequest(id, draft, quoted.value.hash, consentVersion)
    const stored = context.remember({ id, draft, request, sentAt: clock.now() })
    await Promise.race([stored, new Promise<void>((resolve) => clock.after(storageLimit, resolve))])
    await placing.send(request, draft)
  }

  function close(): void {
    const { step } = store.getState()
    if (step === 'placing' || step === 'checking') return
    paying.stop()
    if (step !== 'filling' && step !== 'closed') renew(record.draft)
    context.set({ step: 'closed' })
  }

  function resume(found: SavedCheckout): void {
    take(found)
    if (found.request) placing.resume(found.request, found.draft, found.sentAt ?? 0)
    else if (found.orderedId) paying.resume(found.orderedId)
  }

  /** The next order is another checkout; who and where stays, consent is asked anew. */
  function renew(draft: CheckoutDraft): void {
    record = { id: createId(), draft: { ...draft, consent: false } }
    void context.remember({})
  }

  function check(): void {
    filling.check()
    placing.check()
    paying.check()
  }

  const unsubscribe = environment.network.subscribe(check)

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    open() {
      if (store.getState().step !== 'closed') return
      // An order that could not be shown again yet is in the list; its checkout is used up.
      if (record.orderedId) renew(record.draft)
      filling.open(record.id, record.draft)
    },
    close,
    edit: filling.edit,
    useHostContact: filling.useHostContact,
    requote: filling.requote,
    place: () => void place(),
    pay(order) {
      const state = store.getState()
      const target = order ?? ('order' in state ? state.order : undefined)
      if (!target || state.step === 'placing' || state.step === 'checking') return
      void context.remember({ orderedId: target.checkoutId })
      void paying.pay(target)
    },
    check,
    forget() {
      close()
      if (store.getState().step === 'closed') renew(emptyDraft)
    },
    start(storage) {
      saved = createSaved(storage, 'checkout', isSavedCheckout, (mine, found) =>
        mergeCheckouts(mine, found, own),
      )
      void saved.load().then((found) => {
        // A buyer who was faster than storage has begun a new one already.
        if (found && store.getState().step === 'closed') resume(found)
      })
    },
    stop() {
      stopped = true
      unsubscribe()
      filling.stop()
      placing.stop()
      paying.stop()
    },
  }
}

function orderRequest(
  checkoutId: string,
  draft: CheckoutDraft,
  quoteHash: string,
  version: string,
): OrderRequest {
  const { name, delivery, paymentMethod } = draft
  const phone = normalizePhone(draft.phone)
  if (!delivery || !paymentMethod || !phone) throw new TypeError('The draft has problems')
  return {
    checkoutId,
    quoteHash,
    contact: { name, phone },
    delivery,
    paymentMethod,
    consent: { personalData: true, version },
  }
}
