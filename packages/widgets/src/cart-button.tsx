import type { JSX } from 'preact'
import { type CartButtonOptions, drawCartButton } from './draw-cart-button.ts'
import { useDrawing } from './use-drawing.ts'
import { useLatest } from './use-latest.ts'

export type CartButtonProps = CartButtonOptions

/** Opens the cart and says how many pieces are in it. */
export function CartButton({ shop, onOpen }: CartButtonProps): JSX.Element {
  const latest = useLatest(onOpen)
  const place = useDrawing((root) => drawCartButton(root, { shop, onOpen: latest }), [shop])
  return <div class="v-cart-place" ref={place} />
}
