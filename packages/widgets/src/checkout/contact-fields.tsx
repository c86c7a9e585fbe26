import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import type { Filling } from './checkout-form.tsx'
import { CheckoutTrouble } from './checkout-trouble.tsx'
import { FromHost } from './from-host.tsx'
import { TextField } from './text-field.tsx'

/** Who gets the goods: typed, or taken from the host on one tap where it offers that. */
export function ContactFields({
  checkout: { draft, problems, failure },
}: {
  checkout: Filling
}): JSX.Element {
  const { shop, texts } = useScene()
  return (
    <fieldset class="v-section">
      <legend>{texts.contact}</legend>
      <FromHost what="contact" />
      <CheckoutTrouble failure={failure?.code === 'contact-refused' ? failure : null} />
      <TextField
        field="name"
        label={texts.name}
        problems={problems}
        autocomplete="name"
        value={draft.name}
        onType={(name) => shop.checkout.edit({ name })}
      />
      <TextField
        field="phone"
        label={texts.phone}
        problems={problems}
        type="tel"
        autocomplete="tel"
        placeholder="+7 900 000-00-00"
        value={draft.phone}
        onType={(phone) => shop.checkout.edit({ phone })}
      />
    </fieldset>
  )
}
