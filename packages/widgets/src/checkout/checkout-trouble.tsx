import type { CartLine, CheckoutFailure, ShortLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { ContactRefused, ShortLines } from '../screens/asides.ts'
import { useStore } from '../use-store.ts'

/** Why there is no order yet, and the way on. */
export function CheckoutTrouble({ failure }: { failure: CheckoutFailure | null }): JSX.Element {
  const { shop, texts, money } = useScene()
  const lines = useStore(shop.cart, (cart) => cart.lines)
  // What was short is news until the cart fits.
  const settled = failure?.code === 'sold-out' && !failure.lines.some((line) => isShort(line, lines))
  return (
    <div role="alert">
      {failure && !settled && (
        <div class="v-note v-wrong" part="failure" data-code={failure.code}>
          <p>
            {failure.code === 'contact-refused' ? (
              <ContactRefused reason={failure.reason} />
            ) : (
              texts.checkoutFailed(failure, money)
            )}
          </p>
          <WayOn failure={failure} />
        </div>
      )}
    </div>
  )
}

function isShort({ variantId, left }: ShortLine, lines: readonly CartLine[]): boolean {
  return lines.some((line) => line.variantId === variantId && line.quantity > left)
}

function WayOn({ failure }: { failure: CheckoutFailure }): JSX.Element | null {
  const { shop, texts, leave, navigate } = useScene()
  const way = (text: string, go: () => void, part: string) => (
    <button type="button" class="v-button v-quiet" part={part} onClick={go}>
      {text}
    </button>
  )
  switch (failure.code) {
    case 'offline':
    case 'timeout':
    case 'unavailable':
    case 'rate-limited':
    case 'unknown':
    case 'not-found':
    case 'invalid':
      return way(texts.countAgain, () => shop.checkout.requote(), 'requote')
    case 'sold-out':
      return <ShortLines lines={failure.lines} />
    case 'cart-empty':
    case 'minimum-not-met':
      return way(texts.toProducts, leave, 'to-products')
    case 'checkout-used':
      return way(texts.orders, () => navigate({ name: 'orders' }), 'to-orders')
    case 'price-changed':
    case 'contact-refused':
    case 'unauthorized':
      return null
  }
}
