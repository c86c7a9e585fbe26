import type { FacetQuery } from '@vitrina/core'
import type { JSX } from 'preact'
import { Busy } from '../../busy.tsx'
import { FailedNotice } from '../../failed-notice.tsx'
import { useScene } from '../../scene.ts'
import { useAsideTexts } from '../use-aside-texts.ts'
import { type Filters, noFilters, toggleOption } from './filters.ts'
import { OptionFilter } from './option-filter.tsx'
import { PriceFields } from './price-fields.tsx'
import { useFacets } from './use-facets.ts'

export interface FilterPanelProps {
  id: string
  filters: Filters
  /** All that the list is asked for. */
  query: FacetQuery
  currency: string | undefined
  onTick: (filters: Filters) => void
  onType: (filters: Filters) => void
  onClose: () => void
}

/** Everything that a list can be narrowed by. The list follows at once: nothing has to be confirmed, nothing gets lost. */
export function FilterPanel(props: FilterPanelProps): JSX.Element {
  const { id, filters, query, onTick, onType, onClose } = props
  const { shop } = useScene()
  const texts = useAsideTexts()
  const { facets, failure, busy, again } = useFacets(shop, query)
  const currency = facets?.prices?.min.currency ?? props.currency
  const show = facets && !busy ? texts.showFound(facets.products) : texts.showList
  const known = facets?.options ?? []
  // What is chosen can be taken back here, though nothing in this part of the shop has it.
  const gone = Object.entries(filters.options)
    .filter(([name, values]) => values.length > 0 && !known.some((option) => option.name === name))
    .map(([name]) => ({ name, values: [] }))
  return (
    <section class="v-filters" id={id} aria-label={texts.filters}>
      <PriceFields filters={filters} currency={currency} prices={facets?.prices} onType={onType} />
      <label class="v-choice v-consent">
        <input
          type="checkbox"
          part="filter-stock"
          checked={filters.inStock}
          onChange={() => onTick({ ...filters, inStock: !filters.inStock })}
        />
        {texts.inStockOnly}
      </label>
      {[...known, ...gone].map((option) => (
        <OptionFilter
          key={option.name}
          option={option}
          chosen={filters.options[option.name] ?? []}
          onToggle={(value) => onTick(toggleOption(filters, option.name, value))}
        />
      ))}
      {busy && !facets && <Busy />}
      {failure && <FailedNotice title={texts.filtersFailed} failure={failure} onRetry={again} />}
      <span class="v-hidden" role="status">
        {facets && !busy ? show : ''}
      </span>
      <div class="v-filters-end">
        <button
          type="button"
          class="v-button v-quiet"
          part="reset-filters"
          onClick={() => onTick({ ...noFilters, sort: filters.sort })}
        >
          {texts.resetFilters}
        </button>
        <button type="button" class="v-button" part="show-products" onClick={onClose}>
          {show}
        </button>
      </div>
    </section>
  )
}
