import type { ProductQuery } from '@vitrina/core'

/** The query string of a product list, empty or with its `?`. What says nothing is left out; a price of 0 says something. */
export function productsPath({ ids, categoryId, sellerId, options, ...named }: ProductQuery): string {
  const parts = {
    ids: ids?.join(),
    category: categoryId,
    seller: sellerId,
    options: options && JSON.stringify(options),
    ...named,
  }
  const query = Object.entries(parts)
    .flatMap(([name, value]) => (value || value === 0 ? `${name}=${encodeURIComponent(value)}` : []))
    .join('&')
  return query ? `?${query}` : ''
}
