import type { ShortLine } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** What there is too little of, and the cart made to fit on one tap. */
export function ShortLines({ lines }: { lines: readonly ShortLine[] }): JSX.Element {
  const { shop } = useScene()
  const texts = useAsideTexts()
  const fitCart = () => {
    for (const { variantId, left } of lines) {
      if (left > 0) shop.cart.setQuantity(variantId, left)
      else shop.cart.remove(variantId)
    }
    shop.checkout.requote()
  }
  return (
    <>
      <ul>
        {lines.map(({ variantId, title, left }) => (
          <li key={variantId}>{texts.shortLine(title, left)}</li>
        ))}
      </ul>
      <button type="button" class="v-button v-quiet" part="fit-cart" onClick={fitCart}>
        {texts.fitCart}
      </button>
    </>
  )
}
