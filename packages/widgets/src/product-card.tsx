import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type CardOptions, drawCard } from './card/draw-card.ts'
import { useDrawing } from './use-drawing.ts'

export type ProductCardProps = CardOptions

/** A product's card, by id or by product. */
export function ProductCard({ shop, product, onOpen }: ProductCardProps): JSX.Element {
  const latest = useRef(onOpen)
  latest.current = onOpen
  const place = useDrawing(
    (root) => drawCard(root, { shop, product, onOpen: (id) => latest.current(id) }),
    [shop, product],
  )
  return <div class="v-place" ref={place} />
}
