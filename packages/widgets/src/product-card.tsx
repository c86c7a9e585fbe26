import type { JSX } from 'preact'
import { type CardOptions, drawCard } from './card/draw-card.ts'
import { useDrawing } from './use-drawing.ts'
import { useLatest } from './use-latest.ts'

export type ProductCardProps = CardOptions

/** A product's card, by id or by product. */
export function ProductCard({ shop, product, onOpen }: ProductCardProps): JSX.Element {
  const latest = useLatest(onOpen)
  const place = useDrawing((root) => drawCard(root, { shop, product, onOpen: latest }), [shop, product])
  return <div class="v-place" ref={place} />
}
