import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import type { Filling } from './checkout-form.tsx'
import { FieldProblem, wrongness } from './field-problem.tsx'

/** Consent to the processing of personal data. Never ticked for the buyer. */
export function ConsentField({ checkout: { draft, problems } }: { checkout: Filling }): JSX.Element {
  const { shop, texts } = useScene()
  return (
    <div>
      <label class="v-choice v-consent">
        <input
          type="checkbox"
          part="consent"
          data-field="consent"
          required
          checked={draft.consent}
          onChange={(event) => shop.checkout.edit({ consent: event.currentTarget.checked })}
          {...wrongness('consent', problems)}
        />
        <span>{texts.consent}</span>
      </label>
      <FieldProblem field="consent" problems={problems} />
    </div>
  )
}
