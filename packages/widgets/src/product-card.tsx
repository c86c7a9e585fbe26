import type { JSX } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { CardLayout } from './card/card-layout.ts'
import { type CardOptions, drawCard } from './card/draw-card.ts'
import { adoptCardLayouts } from './styles/adopt-card-layouts.ts'
import { type CardSlots, useCardSlots } from './use-card-slots.ts'
import { useDrawing } from './use-drawing.ts'
import { useLatest } from './use-latest.ts'

export interface ProductCardProps extends Omit<CardOptions, 'slot'> {
  /** `grid` when left out. */
  layout?: CardLayout
  /** What the page puts in. It is drawn by itself: contexts do not reach into it. */
  slots?: CardSlots
}

/** A product's card, by id or by product. */
export function ProductCard({ shop, product, onOpen, layout, slots }: ProductCardProps): JSX.Element {
  const latest = useLatest(onOpen)
  const { slot, filled } = useCardSlots(slots)
  const place = useDrawing(
    (root) => drawCard(root, { shop, product, onOpen: latest, slot }),
    [shop, product, filled],
  )
  useLayoutEffect(() => {
    const root = place.current?.getRootNode()
    if (layout && (root instanceof Document || root instanceof ShadowRoot)) adoptCardLayouts(root)
  }, [layout])
  return <div class="v-place" data-layout={layout} ref={place} />
}
