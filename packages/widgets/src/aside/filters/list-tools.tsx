import type { ProductSort } from '@vitrina/core'
import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useScene } from '../../scene.ts'
import { useAsideTexts } from '../use-aside-texts.ts'
import { useOwnId } from '../use-own-id.ts'
import type { Search } from '../use-search.ts'
import { chosenFilters, FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'

const sorts = ['featured', 'cheap-first', 'dear-first'] as const satisfies ProductSort[]

/** The order of a list, its filters, and what of them is chosen. */
export function ListTools({ search }: { search: Search }): JSX.Element {
  const { money } = useScene()
  const texts = useAsideTexts()
  const { filters, currency, narrow } = search
  const panelId = useOwnId('filters')
  const [open, setOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const chosen = chosenFilters(filters, currency, texts, money).length
  const close = () => {
    setOpen(false)
    toggle.current?.focus()
  }
  return (
    <>
      <div class="v-tools">
        <button
          type="button"
          class="v-chip"
          part="filters"
          ref={toggle}
          aria-expanded={open}
          aria-controls={open ? panelId : undefined}
          onClick={() => setOpen(!open)}
        >
          {texts.filters}
          {chosen > 0 && ` (${chosen})`}
        </button>
        <select
          class="v-sort"
          part="sort"
          aria-label={texts.sort}
          value={filters.sort}
          onChange={({ currentTarget: { value } }) => {
            const sort = sorts.find((one) => one === value)
            if (sort) narrow({ ...filters, sort })
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {texts.sorts[sort]}
            </option>
          ))}
        </select>
      </div>
      {open && (
        <FilterPanel
          id={panelId}
          filters={filters}
          query={search.query}
          currency={currency}
          onTick={(next) => narrow(next)}
          onType={(next) => narrow(next, { typed: true })}
          onClose={close}
        />
      )}
      <FilterChips
        filters={filters}
        currency={currency}
        onChange={(next) => narrow(next)}
        onEmpty={() => toggle.current?.focus()}
      />
    </>
  )
}
