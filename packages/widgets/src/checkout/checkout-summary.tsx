import type { Quote } from '@vitrina/core'
import { Fragment, type JSX } from 'preact'
import { Busy } from '../busy.tsx'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { Adjusted } from '../screens/adjusted.tsx'
import { SumLines } from '../screens/sum-lines.tsx'
import { useStore } from '../use-store.ts'
import type { Filling } from './checkout-form.tsx'

/** What the order comes to: the server's figures, or an estimate that says so. */
export const CheckoutSummary = replaceable('CheckoutSummary', OwnSummary)

function OwnSummary({ checkout: { quote, failure } }: { checkout: Filling }): JSX.Element {
  const { shop, texts } = useScene()
  const cart = useStore(shop.cart)
  return (
    <section class="v-section" aria-live="polite" aria-busy={quote === null}>
      <h2>{texts.summary}</h2>
      <Adjusted adjustments={quote?.adjustments ?? []} />
      {quote ? (
        <QuoteSums quote={quote} />
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

/** Of several sellers each has a part of its own, for it becomes an order of its own. */
function QuoteSums({ quote }: { quote: Quote }): JSX.Element {
  const [first, ...others] = quote.orders
  if (!first || others.length === 0) return <SumLines {...quote} />
  return (
    <>
      {quote.orders.map(({ seller, ...sums }) => (
        <Fragment key={seller.id}>
          <h3 part="seller">{seller.name}</h3>
          <SumLines {...sums} lines={quote.lines.filter(({ sellerId }) => sellerId === seller.id)} />
        </Fragment>
      ))}
      <SumLines {...quote} lines={[]} />
    </>
  )
}
