import type { JSX } from 'preact'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { Adjustments } from '../screens/adjustments.tsx'
import { SumLines } from '../screens/sum-lines.tsx'
import { useStore } from '../use-store.ts'
import type { Filling } from './checkout-form.tsx'

/** What the order comes to: the server's figures, or an estimate that says so. */
export function CheckoutSummary({ checkout: { quote, failure } }: { checkout: Filling }): JSX.Element {
  const { shop, texts } = useScene()
  const cart = useStore(shop.cart)
  return (
    <section class="v-section" aria-live="polite" aria-busy={quote === null}>
      <h2>{texts.summary}</h2>
      <Adjustments adjustments={quote?.adjustments ?? []} />
      {quote ? (
        <SumLines {...quote} />
      ) : (
        cart.subtotal && (
          <>
            <SumLines lines={cart.lines} delivery={null} total={cart.subtotal} />
            {!failure && (
              <p class="v-muted">
                <Busy /> {texts.counting}
              </p>
            )}
          </>
        )
      )}
    </section>
  )
}
