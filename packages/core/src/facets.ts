import type { Money } from './money.ts'
import type { ProductQuery } from './product.ts'

/** Which products are asked about, wherever they stand in a list. */
export type FacetQuery = Omit<ProductQuery, 'ids' | 'cursor' | 'limit' | 'sort'>

/** What a list of products can be narrowed by. */
export interface Facets {
  /** How many products fit all of the query. */
  products: number
  /**
   * The lowest and the highest price of what fits search, category and seller; so are the options, so that choosing one
   * does not take the others away. Left out when nothing fits.
   */
  prices?: { min: Money; max: Money }
  /** At most 20, those that most products have first. */
  options: FacetOption[]
}

export interface FacetOption {
  name: string
  /** At most 50, those that most products have, in the order in which products name them. */
  values: FacetValue[]
}

export interface FacetValue {
  value: string
  /** How many products have it, sold out or not. */
  products: number
}
