import type { OrderTerms } from '@vitrina/core'
import type { ShopConfig } from '../configuration/shop-config.ts'

/** What the shop asks of any order. Of several sellers each sends a parcel, so there is no one price to begin from. */
export function orderTerms({ minimumOrder, delivery, sellers = [] }: ShopConfig): OrderTerms {
  const [cheapest] = delivery.map(({ price }) => price).sort((a, b) => a.amount - b.amount)
  return {
    ...(minimumOrder && { minimum: minimumOrder }),
    ...(cheapest && sellers.length === 0 && { deliveryFrom: cheapest }),
  }
}
