import type { Availability } from '@vitrina/core'

/** Words instead of figures. A stock that nobody counts never runs out. */
export function availabilityOf(stock: number | null): Availability {
  if (stock === null || stock > 5) return 'in-stock'
  return stock > 0 ? 'few-left' : 'sold-out'
}
