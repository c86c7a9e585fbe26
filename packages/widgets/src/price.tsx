import type { Variant } from '@vitrina/core'
import type { JSX } from 'preact'
import { makePrice } from './card/make-price.ts'
import { priceText } from './price-text.ts'
import { replaceable } from './replaceable.tsx'
import { useScene } from './scene.ts'
import { useDrawing } from './use-drawing.ts'

export interface PriceProps {
  variant: Variant
}

/** A variant's price and, when it is reduced, the one before. */
export const Price = replaceable('Price', OwnPrice)

function OwnPrice({ variant }: PriceProps): JSX.Element {
  const { language } = useScene().texts
  const place = useDrawing(
    (root) => void root.replaceChildren(makePrice(priceText(variant, language), language)),
    [variant, language],
  )
  return <div ref={place} />
}
