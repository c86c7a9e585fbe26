import type { Language } from '../language.ts'
import { make } from '../make.ts'
import type { PriceText } from '../price-text.ts'
import { cardTexts } from '../texts/card-texts.ts'

/** A price and, when it is reduced, the one before, which is said as such. */
export function makePrice({ now, was }: PriceText, language: Language): HTMLElement {
  if (!was) return make('p', { class: 'v-price v-now', part: 'price' }, now)
  const spoken = make('span', { class: 'v-hidden' }, `${cardTexts[language].oldPrice}: `)
  return make(
    'p',
    { class: 'v-price' },
    make('span', { class: 'v-now v-reduced', part: 'price' }, now),
    make('s', { class: 'v-was', part: 'old-price' }, spoken, was),
  )
}
