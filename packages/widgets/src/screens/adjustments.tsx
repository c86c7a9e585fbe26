import type { Adjustment } from '@vitrina/core'
import type { JSX } from 'preact'
import { promoTexts } from '../promo/promo-texts.ts'
import { useScene } from '../scene.ts'

/** What the server changed, each until the buyer says that it was seen. */
export function Adjustments({ adjustments }: { adjustments: readonly Adjustment[] }): JSX.Element {
  const { shop, texts, money } = useScene()
  // The region is always there: screen readers only speak what changes inside of one that they know.
  return (
    <div role="status">
      {adjustments.length > 0 && (
        <section class="v-adjustments" aria-label={texts.adjustments}>
          {adjustments.map((adjustment) => (
            <div class="v-adjustment" part="adjustment" key={adjustment.id}>
              <p>
                {adjustment.code === 'promo-dropped'
                  ? promoTexts[texts.language].dropped(adjustment, money)
                  : texts.adjusted(adjustment, money)}
              </p>
              <button
                type="button"
                class="v-link"
                part="acknowledge"
                onClick={() => shop.cart.acknowledge(adjustment.id)}
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
