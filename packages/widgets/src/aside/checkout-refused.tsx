import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import type { Refusal } from '../texts/aside/aside-texts.ts'
import { ShortLines } from './short-lines.tsx'
import { useAsideTexts } from './use-aside-texts.ts'

/** Why an order cannot be placed as it is, and the way on. */
export function CheckoutRefused({ failure }: { failure: Refusal }): JSX.Element {
  const scene = useScene()
  const { leave, navigate, money } = scene
  const texts = useAsideTexts()
  const told = (words: string) => <p>{words}</p>
  const way = (text: string, go: () => void, part: string) => (
    <button type="button" class="v-button v-quiet" part={part} onClick={go}>
      {text}
    </button>
  )
  const toProducts = way(scene.texts.toProducts, leave, 'to-products')
  switch (failure.code) {
    case 'cart-empty':
      return (
        <>
          {told(texts.refusals['cart-empty'])}
          {toProducts}
        </>
      )
    case 'minimum-not-met':
      return (
        <>
          {told(scene.texts.belowMinimum(money(failure.minimum), money(failure.missing)))}
          {toProducts}
        </>
      )
    case 'price-changed':
      return told(texts.priceChanged(failure.before && money(failure.before), money(failure.after)))
    case 'sold-out':
      return (
        <>
          {told(texts.refusals['sold-out'])}
          <ShortLines lines={failure.lines} />
        </>
      )
    case 'checkout-used':
      return (
        <>
          {told(texts.refusals['checkout-used'])}
          {way(scene.texts.orders, () => navigate({ name: 'orders' }), 'to-orders')}
        </>
      )
    case 'contact-refused':
      return told(texts.contactRefused[failure.reason])
  }
}
