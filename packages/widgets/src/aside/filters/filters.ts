import type { FacetQuery, ProductSort } from '@vitrina/core'

/** How a list is narrowed and put in order, as it was typed and ticked. */
export interface Filters {
  sort: ProductSort
  /** Prices in whole units of the currency, as they were typed. */
  min: string
  max: string
  inStock: boolean
  options: Readonly<Record<string, readonly string[]>>
}

export type PriceProblem = 'not-a-price' | 'above-maximum'

export interface PriceRange {
  minPrice?: number
  maxPrice?: number
  problems: { min?: PriceProblem; max?: PriceProblem }
}

export const noFilters: Filters = { sort: 'featured', min: '', max: '', inStock: false, options: {} }

/** What a list is asked for. A price that cannot be read narrows nothing. */
export function filterQuery(
  { inStock, options, ...typed }: Filters,
  currency: string | undefined,
): FacetQuery {
  const { problems: _, ...prices } = priceRange(typed, currency)
  const chosen = Object.entries(options).filter(([, values]) => values.length > 0)
  return {
    ...prices,
    ...(inStock && { inStock }),
    ...(chosen.length > 0 && { options: Object.fromEntries(chosen) }),
  }
}

/** The typed prices in minor units, or what is wrong with them. */
export function priceRange({ min, max }: Pick<Filters, 'min' | 'max'>, currency = 'RUB'): PriceRange {
  const [low, high] = [readPrice(min, currency), readPrice(max, currency)]
  const problems: PriceRange['problems'] = {
    ...(low === undefined && { min: 'not-a-price' }),
    ...(high === undefined && { max: 'not-a-price' }),
    ...(low && high !== undefined && high !== null && low > high && { min: 'above-maximum' }),
  }
  if (problems.min === 'above-maximum') return { problems }
  return { problems, ...(low && { minPrice: low }), ...(high != null && { maxPrice: high }) }
}

/** Ticks a value of an option, or takes the tick away. */
export function toggleOption(filters: Filters, name: string, value: string): Filters {
  const before = filters.options[name] ?? []
  const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value]
  return { ...filters, options: { ...filters.options, [name]: values } }
}

// Null for nothing, undefined for what is no price. Signs between thousands are taken off, whichever they are.
function readPrice(typed: string, currency: string): number | null | undefined {
  const digits = digitsOf(currency)
  const bare = typed.replace(/[\s'’\p{Sc}]/gu, '').replace(/[.,](?=\d{3}(?!\d))/g, '')
  if (bare === '') return null
  const [, whole, fraction = ''] = /^(\d{1,12})(?:[.,](\d*))?$/.exec(bare) ?? []
  if (whole === undefined || fraction.length > digits) return undefined
  return Number(whole + fraction.padEnd(digits, '0'))
}

function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
