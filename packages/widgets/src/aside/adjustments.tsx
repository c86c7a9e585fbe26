import type { Adjustment } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** What the server changed, each until the buyer says that it was seen. */
export function Adjustments({ adjustments }: { adjustments: readonly Adjustment[] }): JSX.Element | null {
  const { shop, texts, money } = useScene()
  const words = useAsideTexts()
  // A quote says the same again each time it is asked for.
  const [seen, see] = useState<string[]>([])
  const unseen = adjustments.filter(({ id }) => !seen.includes(id))
  if (unseen.length === 0) return null
  const said = (adjustment: Adjustment) => {
    switch (adjustment.code) {
      case 'promo-dropped':
        return words.promoDropped(adjustment, money)
      case 'minimum-not-met':
        return texts.belowMinimum(money(adjustment.minimum), money(adjustment.missing))
      default:
        return words.adjusted(adjustment, money)
    }
  }
  return (
    <section class="v-adjustments" aria-label={words.adjustments} ref={asideLooks}>
      {unseen.map((adjustment) => (
        <div class="v-note v-wrong" part="adjustment" key={adjustment.id}>
          <p>{said(adjustment)}</p>
          <button
            type="button"
            class="v-link"
            part="acknowledge"
            onClick={() => {
              see([...seen, adjustment.id])
              shop.cart.acknowledge(adjustment.id)
            }}
          >
            {words.acknowledge}
          </button>
        </div>
      ))}
    </section>
  )
}
