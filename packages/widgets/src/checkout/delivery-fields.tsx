import type { Delivery, DeliveryOption } from '@vitrina/core'
import type { JSX } from 'preact'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { HostAddress } from '../screens/asides.ts'
import { useStore } from '../use-store.ts'
import type { Filling } from './checkout-form.tsx'
import { Choice } from './choice.tsx'
import { FieldProblem, wrongness } from './field-problem.tsx'
import { TextField } from './text-field.tsx'

interface Way {
  key: string
  title: string
  hint: string
  option: DeliveryOption
  delivery: Delivery
}

/** How the goods get to the buyer: a courier to an address, or one of the places where they can be fetched. */
export function DeliveryFields({ checkout }: { checkout: Filling }): JSX.Element {
  const { draft, problems, deliveryOptions } = checkout
  const { shop, texts, money } = useScene()
  const offered = useStore(shop.launch, (launch) => launch?.abilities.includes('address'))
  const chosen = draft.delivery
  const address = chosen?.kind === 'courier' ? chosen.address : ''
  const wrong = wrongness('delivery', problems)
  return (
    <fieldset class="v-section" aria-describedby={wrong['aria-describedby']}>
      <legend>{texts.delivery}</legend>
      {deliveryOptions === null && (
        <p class="v-muted" role="status">
          <Busy /> {texts.deliveryLoading}
        </p>
      )}
      {(deliveryOptions ?? [])
        .flatMap((option) => waysOf(option, address))
        .map((way) => (
          <Choice
            key={way.key}
            field="delivery"
            wrong={wrong}
            title={way.title}
            hint={[way.hint, way.option.days && texts.days(way.option.days.min, way.option.days.max)]
              .filter(Boolean)
              .join(' · ')}
            aside={way.option.price.amount === 0 ? texts.free : money(way.option.price)}
            checked={chosen !== null && keyOf(chosen) === way.key}
            onChoose={() => shop.checkout.edit({ delivery: way.delivery })}
          />
        ))}
      <FieldProblem field="delivery" problems={problems} />
      {chosen?.kind === 'courier' && offered && <HostAddress />}
      {chosen?.kind === 'courier' && (
        <TextField
          field="address"
          label={texts.address}
          problems={problems}
          rows={2}
          autocomplete="street-address"
          placeholder={texts.addressHint}
          value={chosen.address}
          onType={(typed) => shop.checkout.edit({ delivery: { ...chosen, address: typed } })}
        />
      )}
    </fieldset>
  )
}

// Each pick-up point is a choice of its own: one tap instead of two.
function waysOf(option: DeliveryOption, address: string): Way[] {
  const { id: optionId, title } = option
  if (option.kind === 'courier') {
    const delivery: Delivery = { kind: 'courier', optionId, address }
    return [{ key: keyOf(delivery), title, hint: '', option, delivery }]
  }
  return option.points.map((point) => {
    const delivery: Delivery = { kind: 'pickup', optionId, pointId: point.id }
    const hint = [point.address, point.hours].filter(Boolean).join(' · ')
    return { key: keyOf(delivery), title: `${title}: ${point.title}`, hint, option, delivery }
  })
}

function keyOf(delivery: Delivery): string {
  return delivery.kind === 'courier' ? delivery.optionId : `${delivery.optionId}/${delivery.pointId}`
}
