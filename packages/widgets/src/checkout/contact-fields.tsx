import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useStore } from '../use-store.ts'
import type { Filling } from './checkout-form.tsx'
import { CheckoutTrouble } from './checkout-trouble.tsx'
import { PhoneField, TextField } from './text-field.tsx'

/** Who gets the goods: typed, or taken from the host on one tap where it offers that. */
export function ContactFields({
  checkout: { draft, problems, failure },
}: {
  checkout: Filling
}): JSX.Element {
  const { shop, texts } = useScene()
  const offered = useStore(shop.launch, (launch) => launch?.abilities.includes('contact'))
  const [asking, setAsking] = useState(false)
  const fill = () => {
    setAsking(true)
    void shop.checkout.useHostContact().finally(() => setAsking(false))
  }
  return (
    <fieldset class="v-section">
      <legend>{texts.contact}</legend>
      {offered && (
        <button
          type="button"
          class="v-button v-quiet"
          part="host-contact"
          aria-disabled={asking}
          onClick={asking ? undefined : fill}
        >
          {asking && <Busy />}
          {texts.contactFromHost}
        </button>
      )}
      <CheckoutTrouble failure={failure?.code === 'contact-refused' ? failure : null} />
      <TextField
        field="name"
        label={texts.name}
        problems={problems}
        autocomplete="name"
        value={draft.name}
        onType={(name) => shop.checkout.edit({ name })}
      />
      <PhoneField
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
