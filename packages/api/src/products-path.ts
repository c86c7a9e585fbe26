import type { ProductQuery } from '@vitrina/core'

/** The query string of a product list, empty or with its `?`. */
export function productsPath({ ids, search, categoryId, cursor, limit }: ProductQuery): string {
  const parts = { ids: ids?.join(','), search, category: categoryId, cursor, limit: limit?.toString() }
  const query = Object.entries(parts)
    .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : []))
    .join('&')
  return query ? `?${query}` : ''
}
