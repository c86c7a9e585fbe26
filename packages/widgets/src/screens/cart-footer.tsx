import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'

/** What a page has to say under the lines of the cart: children of its element, by their slot. */
export const CartFooter = replaceable('CartFooter', OwnFooter)

function OwnFooter(): JSX.Element {
  return <slot name="cart-footer" />
}
