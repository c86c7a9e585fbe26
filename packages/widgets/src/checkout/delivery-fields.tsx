import type { Delivery, DeliveryOption } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { HostAddress } from '../screens/asides.ts'
import { useStore } from '../use-store.ts'
import type { Filling } from './checkout-form.tsx'
import { type DeliveryWay, DeliveryWays } from './delivery-ways.tsx'
import { FieldProblem, wrongness } from './field-problem.tsx'
import { AddressField } from './text-field.tsx'

/** How the goods get to the buyer: a courier to an address, or one of the places where they can be fetched. */
export function DeliveryFields({ checkout }: { checkout: Filling }): JSX.Element {
  const { draft, problems, deliveryOptions } = checkout
  const { shop, texts } = useScene()
  const offered = useStore(shop.launch, (launch) => launch?.abilities.includes('address'))
  const chosen = draft.delivery
  // Whoever looks at the pick-up points and comes back finds the address as it was.
  const address = useRef('')
  if (chosen?.kind === 'courier') address.current = chosen.address
  const wrong = wrongness('delivery', problems)
  const choose = (delivery: Delivery | null) => shop.checkout.edit({ delivery })
  const ways = deliveryOptions?.flatMap((option) => waysOf(option, address.current)) ?? []
  const key = chosen && keyOf(chosen)
  // What an earlier order chose may be no more.
  useEffect(() => {
    if (ways.length > 0 && key && !ways.some((way) => way.key === key)) choose(null)
  }, [deliveryOptions])
  return (
    <fieldset class="v-section" aria-describedby={wrong['aria-describedby']}>
      <legend>{texts.delivery}</legend>
      {!deliveryOptions && (
        <p class="v-muted" role="status">
          <Busy /> {texts.deliveryLoading}
        </p>
      )}
      <DeliveryWays ways={ways} chosen={key} onChoose={choose} wrong={wrong} />
      <FieldProblem field="delivery" problems={problems} />
      {chosen?.kind === 'courier' && offered && <HostAddress />}
      {chosen?.kind === 'courier' && (
        <AddressField
          field="address"
          label={texts.address}
          problems={problems}
          rows={2}
          autocomplete="street-address"
          placeholder={texts.addressHint}
          value={chosen.address}
          onType={(typed) => choose({ ...chosen, address: typed })}
        />
      )}
    </fieldset>
  )
}

// Each pick-up point is a choice of its own: one tap instead of two.
function waysOf(option: DeliveryOption, address: string): DeliveryWay[] {
  const { id: optionId, title } = option
  if (option.kind === 'courier') {
    const delivery: Delivery = { kind: 'courier', optionId, address }
    return [{ key: optionId, title, option, delivery }]
  }
  return option.points.map((point) => {
    const delivery: Delivery = { kind: 'pickup', optionId, pointId: point.id }
    return { key: keyOf(delivery), title: `${title}: ${point.title}`, option, point, delivery }
  })
}

function keyOf(delivery: Delivery): string {
  return delivery.kind === 'courier' ? delivery.optionId : `${delivery.optionId}/${delivery.pointId}`
}
