import type { PaymentMethod } from '@vitrina/core'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { useScene } from '../scene.ts'
import type { Filling } from './checkout-form.tsx'
import { Choice } from './choice.tsx'
import { FieldProblem, wrongness } from './field-problem.tsx'

const both: PaymentMethod[] = ['card', 'cash']

/** How to pay, as far as the merchant takes it. */
export function PaymentFields({ checkout: { draft, problems, quote } }: { checkout: Filling }): JSX.Element {
  const { shop, texts } = useScene()
  // While the next quote is on its way the choice stays as it was.
  const methods = useRef(both)
  if (quote) methods.current = quote.paymentMethods
  const wrong = wrongness('payment', problems)
  return (
    <fieldset class="v-section" aria-describedby={wrong['aria-describedby']}>
      <legend>{texts.payment}</legend>
      {methods.current.map((method) => (
        <Choice
          key={method}
          field="payment"
          value={method}
          wrong={wrong}
          title={texts.paymentMethods[method]}
          hint={texts.paymentHints[method]}
          checked={draft.paymentMethod === method}
          onChoose={() => shop.checkout.edit({ paymentMethod: method })}
        />
      ))}
      <FieldProblem field="payment" problems={problems} />
    </fieldset>
  )
}
