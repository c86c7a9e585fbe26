import type { FacetOption } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useAsideTexts } from '../use-aside-texts.ts'

export interface OptionFilterProps {
  option: FacetOption
  chosen: readonly string[]
  onToggle: (value: string) => void
}

/** As many as are taken in at a glance. */
const valuesAtOnce = 10

/** The values of one option, each with how many products have it. What was chosen stays, though nothing has it here. */
export function OptionFilter({ option, chosen, onToggle }: OptionFilterProps): JSX.Element {
  const texts = useAsideTexts()
  const [whole, showWhole] = useState(false)
  const known = new Set(option.values.map(({ value }) => value))
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, products: 0 }))
  const all = [...option.values, ...gone]
  const shown = whole ? all : all.filter(({ value }, index) => index < valuesAtOnce || chosen.includes(value))
  return (
    <fieldset class="v-options">
      <legend>{option.name}</legend>
      <div>
        {shown.map(({ value, products }) => (
          <label class="v-chip" key={value}>
            <input
              type="checkbox"
              part="filter-option"
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span>
              <bdi>{value}</bdi> <span class="v-muted">{products}</span>
            </span>
          </label>
        ))}
        {shown.length < all.length && (
          <button type="button" class="v-link" onClick={() => showWhole(true)}>
            {texts.allValues(all.length)}
          </button>
        )}
      </div>
    </fieldset>
  )
}
