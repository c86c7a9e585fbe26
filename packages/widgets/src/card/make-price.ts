import type { Language } from '../language.ts'
import { make } from '../make.ts'
import { isLongPrice, type PriceText } from '../price-text.ts'
import { cardTexts } from '../texts/card-texts.ts'

/** A price and, when it is reduced, the one before, which is said as such. */
export function makePrice({ now, was }: PriceText, language: Language): HTMLElement {
  const long = isLongPrice(now) ? ' v-long' : ''
  if (!was) return make('p', { class: `v-price v-now${long}`, part: 'price' }, now)
  const spoken = make('span', { class: 'v-hidden' }, `${cardTexts[language].oldPrice}: `)
  return make(
    'p',
    { class: 'v-price' },
    make('span', { class: `v-now v-reduced${long}`, part: 'price' }, now),
    make('s', { class: 'v-was', part: 'old-price' }, spoken, was),
  )
}
