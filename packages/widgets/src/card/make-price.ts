import type { Language } from '../language.ts'
import { make } from '../make.ts'
import { cardTexts } from '../texts/card-texts.ts'

/** A price and, when it is reduced, the one before, which is said as such. */
export function makePrice({ now, was }: { now: string; was?: string }, language: Language): HTMLElement {
  const line = make('p', { class: 'v-price' })
  line.append(make('span', { class: was ? 'v-now v-reduced' : 'v-now', part: 'price' }, now))
  if (was) {
    const spoken = make('span', { class: 'v-hidden' }, `${cardTexts[language].oldPrice}: `)
    line.append(make('s', { class: 'v-was', part: 'old-price' }, spoken, was))
  }
  return line
}
