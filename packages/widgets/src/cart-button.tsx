import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type CartButtonOptions, drawCartButton } from './draw-cart-button.ts'
import { useDrawing } from './use-drawing.ts'

export type CartButtonProps = CartButtonOptions

/** Opens the cart and says how many pieces are in it. */
export function CartButton({ shop, onOpen }: CartButtonProps): JSX.Element {
  const latest = useRef(onOpen)
  latest.current = onOpen
  const place = useDrawing((root) => drawCartButton(root, { shop, onOpen: () => latest.current() }), [shop])
  return <div class="v-cart-place" ref={place} />
}
