import { make } from '../make.ts'

/** A card of real size without its product. */
export function makeCardSkeleton(): HTMLElement {
  return make(
    'div',
    { class: 'v-card v-skeleton', part: 'card', 'aria-busy': 'true' },
    make('div', { class: 'v-frame' }),
    make('i', { class: 'v-bone' }),
    make('i', { class: 'v-bone v-short' }),
    make('i', { class: 'v-bone v-tall' }),
  )
}
