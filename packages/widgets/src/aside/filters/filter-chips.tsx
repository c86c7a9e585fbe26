import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../../icon.tsx'
import { shapes } from '../../icon-shapes.ts'
import { useScene } from '../../scene.ts'
import type { AsideTexts } from '../../texts/aside/aside-texts.ts'
import type { MoneyText } from '../../texts/texts.ts'
import { useAsideTexts } from '../use-aside-texts.ts'
import { type Filters, priceRange, toggleOption } from './filters.ts'

export interface FilterChipsProps {
  filters: Filters
  currency: string | undefined
  onChange: (filters: Filters) => void
  /** The last one is gone: the focus has nothing left to stand on. */
  onEmpty: () => void
}

/** What a list is narrowed to, each with a cross that takes it away. */
export function FilterChips({ filters, currency, onChange, onEmpty }: FilterChipsProps): JSX.Element | null {
  const { money } = useScene()
  const texts = useAsideTexts()
  const row = useRef<HTMLUListElement>(null)
  const chips = chosenFilters(filters, currency, texts, money)
  if (chips.length === 0) return null
  const remove = (without: Filters, index: number) => {
    const buttons = row.current?.querySelectorAll('button') ?? []
    const next = buttons[index + 1] ?? buttons[index - 1]
    if (next) next.focus()
    else onEmpty()
    onChange(without)
  }
  return (
    <ul class="v-chips v-chosen" aria-label={texts.chosenFilters} ref={row}>
      {chips.map(({ label, without }, index) => (
        <li key={label}>
          <button
            type="button"
            class="v-chosen-one"
            part="chosen-filter"
            aria-label={texts.removeFilter(label)}
            onClick={() => remove(without, index)}
          >
            <bdi>{label}</bdi>
            <Icon shape={shapes.close} />
          </button>
        </li>
      ))}
    </ul>
  )
}

interface Chosen {
  label: string
  without: Filters
}

/** What is chosen, in words, and the filters without each of it. */
export function chosenFilters(
  filters: Filters,
  currency: string | undefined,
  texts: AsideTexts,
  money: MoneyText,
): Chosen[] {
  const { minPrice, maxPrice } = priceRange(filters, currency)
  const inWords = (amount: number | undefined) =>
    amount === undefined || !currency ? undefined : money({ amount, currency })
  const prices = texts.priceRange(inWords(minPrice), inWords(maxPrice))
  return [
    ...(prices ? [{ label: prices, without: { ...filters, min: '', max: '' } }] : []),
    ...(filters.inStock ? [{ label: texts.inStockOnly, without: { ...filters, inStock: false } }] : []),
    ...Object.entries(filters.options).flatMap(([name, values]) =>
      values.map((value) => ({
        label: `${name}: ${value}`,
        without: toggleOption(filters, name, value),
      })),
    ),
  ]
}
