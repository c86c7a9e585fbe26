import type { Variant } from '@vitrina/core'
import type { JSX } from 'preact'
import { makePrice } from './card/make-price.ts'
import { priceText } from './price-text.ts'
import { useScene } from './scene.ts'
import { useDrawing } from './use-drawing.ts'

/** A variant's price and, when it is reduced, the one before. */
export function Price({ variant }: { variant: Variant }): JSX.Element {
  const { language } = useScene().texts
  const place = useDrawing(
    (root) => void root.replaceChildren(makePrice(priceText(variant, language), language)),
    [variant, language],
  )
  return <div ref={place} />
}
