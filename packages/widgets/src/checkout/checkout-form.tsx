import type { Checkout, DraftProblem } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { Terms } from '../screens/terms.tsx'
import { CheckoutSummary } from './checkout-summary.tsx'
import { CheckoutTrouble } from './checkout-trouble.tsx'
import { ConsentField } from './consent-field.tsx'
import { ContactFields } from './contact-fields.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { PaymentFields } from './payment-fields.tsx'

export type Filling = Extract<Checkout, { step: 'filling' }>

/** What the shop has to know to make an order, and what it will cost. */
export function CheckoutForm({ checkout }: { checkout: Filling }): JSX.Element {
  const { shop, texts } = useScene()
  const form = useRef<HTMLFormElement>(null)
  const tried = useRef(false)
  const { problems } = checkout
  const refusedByHost = checkout.failure?.code === 'contact-refused'
  // The answer to a try may come later than the try.
  useEffect(() => {
    if (!tried.current || problems.length === 0) return
    tried.current = false
    firstWrong(form.current, problems)?.focus()
  }, [problems])
  return (
    <form
      class="v-form"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        tried.current = true
        shop.checkout.place()
        const now = shop.checkout.getState()
        if (now.step === 'filling') firstWrong(form.current, now.problems)?.focus()
      }}
    >
      <ContactFields checkout={checkout} />
      <DeliveryFields checkout={checkout} />
      <PaymentFields checkout={checkout} />
      <CheckoutSummary checkout={checkout} />
      <Terms sellers={checkout.quote?.orders.map(({ seller }) => seller) ?? []} />
      <ConsentField checkout={checkout} />
      <div class="v-bar">
        {/* In sight wherever the form is scrolled; what the host refused is said beside the button that asked it. */}
        <CheckoutTrouble failure={refusedByHost ? null : checkout.failure} />
        <button type="submit" class="v-button" part="place-order">
          {texts.placeOrder}
        </button>
      </div>
    </form>
  )
}

// Fields carry their names in data-field; the form's order is the buyer's order.
function firstWrong(form: HTMLElement | null, problems: readonly DraftProblem[]): HTMLElement | undefined {
  const wrong = new Set<string>(problems.map(({ field }) => field))
  return Array.from(form?.querySelectorAll<HTMLElement>('[data-field]') ?? []).find((element) =>
    wrong.has(element.dataset.field ?? ''),
  )
}
