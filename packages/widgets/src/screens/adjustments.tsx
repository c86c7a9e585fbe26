import type { Adjustment } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { PromoNotice } from './asides.ts'

/** What the server changed, each until the buyer says that it was seen. */
export function Adjustments({ adjustments: all }: { adjustments: readonly Adjustment[] }): JSX.Element {
  const { shop, texts, money } = useScene()
  // A quote says the same again each time it is asked for.
  const [seen, see] = useState<string[]>([])
  const adjustments = all.filter(({ id }) => !seen.includes(id))
  // The region is always there: screen readers only speak what changes inside of one that they know.
  return (
    <div role="status">
      {adjustments.length > 0 && (
        <section class="v-adjustments" aria-label={texts.adjustments}>
          {adjustments.map((adjustment) => (
            <div class="v-adjustment" part="adjustment" key={adjustment.id}>
              <p>
                {adjustment.code === 'promo-dropped' ? (
                  <PromoNotice promo={adjustment} />
                ) : (
                  texts.adjusted(adjustment, money)
                )}
              </p>
              <button
                type="button"
                class="v-link"
                part="acknowledge"
                onClick={() => {
                  see([...seen, adjustment.id])
                  shop.cart.acknowledge(adjustment.id)
                }}
              >
                {texts.acknowledge}
              </button>
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
