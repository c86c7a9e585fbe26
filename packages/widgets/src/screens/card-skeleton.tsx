import type { JSX } from 'preact'
import { makeCardSkeleton } from '../card/make-card-skeleton.ts'
import { useDrawing } from '../use-drawing.ts'

/** A card of real size without its product. */
export function CardSkeleton(): JSX.Element {
  const place = useDrawing((root) => void root.replaceChildren(makeCardSkeleton()), [])
  return <div class="v-place" ref={place} />
}
