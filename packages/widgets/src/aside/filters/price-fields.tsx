import type { Facets } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../../scene.ts'
import { useAsideTexts } from '../use-aside-texts.ts'
import { useOwnId } from '../use-own-id.ts'
import { type Filters, priceRange } from './filters.ts'

export interface PriceFieldsProps {
  filters: Filters
  currency: string | undefined
  prices: Facets['prices']
  onType: (filters: Filters) => void
}

const ends = ['min', 'max'] as const

/** The lowest and the highest price that a buyer wants to see. */
export function PriceFields({ filters, currency, prices, onType }: PriceFieldsProps): JSX.Element {
  const { money } = useScene()
  const texts = useAsideTexts()
  const { problems } = priceRange(filters, currency)
  const id = useOwnId('price')
  const labels = { min: texts.priceFrom, max: texts.priceTo }
  return (
    <fieldset class="v-section">
      <legend>{texts.price}</legend>
      <div class="v-price-fields">
        {ends.map((end) => (
          <label class="v-field" key={end}>
            <span>{labels[end]}</span>
            <input
              type="text"
              inputMode="decimal"
              autocomplete="off"
              part="filter-price"
              placeholder={prices && money(prices[end])}
              value={filters[end]}
              aria-invalid={problems[end] !== undefined}
              aria-describedby={problems[end] && `${id}-${end}`}
              onInput={({ currentTarget }) => onType({ ...filters, [end]: currentTarget.value })}
            />
          </label>
        ))}
      </div>
      <div role="alert">
        {ends.map((end) => {
          const problem = problems[end]
          return (
            problem && (
              <p class="v-problem" id={`${id}-${end}`} key={end} part="problem">
                {texts.priceProblems[problem]}
              </p>
            )
          )
        })}
      </div>
    </fieldset>
  )
}
