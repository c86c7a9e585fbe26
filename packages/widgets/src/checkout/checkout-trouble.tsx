import type { CartLine, CheckoutFailure, MerchantFailure, ShortLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { CheckoutRefused } from '../screens/asides.ts'
import { useStore } from '../use-store.ts'

/** Why there is no order yet, and the way on. */
export function CheckoutTrouble({ failure }: { failure: CheckoutFailure | null }): JSX.Element {
  const { shop, texts } = useScene()
  const lines = useStore(shop.cart, (cart) => cart.lines)
  // What was short is news until the cart fits.
  const settled = failure?.code === 'sold-out' && !failure.lines.some((line) => isShort(line, lines))
  return (
    <div role="alert">
      {failure && !settled && (
        <div class="v-note v-wrong" part="failure" data-code={failure.code}>
          {isUnheard(failure) ? (
            <>
              <p>{texts.failed[failure.code]}</p>
              {failure.code !== 'unauthorized' && (
                <button
                  type="button"
                  class="v-button v-quiet"
                  part="requote"
                  onClick={() => shop.checkout.requote()}
                >
                  {texts.countAgain}
                </button>
              )}
            </>
          ) : (
            <CheckoutRefused failure={failure} />
          )}
        </div>
      )}
    </div>
  )

  /** Nothing was said about this order. */
  function isUnheard(failure: CheckoutFailure): failure is MerchantFailure {
    return failure.code in texts.failed
  }
}

function isShort({ variantId, left }: ShortLine, lines: readonly CartLine[]): boolean {
  return lines.some((line) => line.variantId === variantId && line.quantity > left)
}
