import type { Product } from '@vitrina/core'

/** What a card shows of a product, and a tap needs. */
export function cardData(product: Product): string {
  return JSON.stringify({ ...product, description: '', attributes: [] })
}
