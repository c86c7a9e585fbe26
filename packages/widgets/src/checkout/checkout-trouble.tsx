import type { CartLine, CheckoutFailure, ShortLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
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
          <p>{texts.checkoutFailed(failure, money)}</p>
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
      return (
        <>
          <ul>
            {failure.lines.map((line) => (
              <li key={line.variantId}>{texts.shortLine(line.title, line.left)}</li>
            ))}
          </ul>
          {way(texts.fitCart, () => fitCart(failure.lines), 'fit-cart')}
        </>
      )
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

  function fitCart(lines: readonly ShortLine[]): void {
    for (const { variantId, left } of lines) {
      if (left > 0) shop.cart.setQuantity(variantId, left)
      else shop.cart.remove(variantId)
    }
    shop.checkout.requote()
  }
}
