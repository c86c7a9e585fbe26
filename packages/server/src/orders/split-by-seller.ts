import { addMoney, type DeliveryOption, type QuotedOrder, type QuoteLine, sumMoney } from '@vitrina/core'
import { findSeller, ownSeller } from '../configuration/find-seller.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'

/** The orders that lines become: one for each seller, in the order of the lines, each with its own delivery. */
export function splitBySeller(
  shop: ShopConfig,
  lines: readonly QuoteLine[],
  option: DeliveryOption | null,
): QuotedOrder[] {
  return [...Map.groupBy(lines, ({ sellerId }) => sellerId)].map(([sellerId, own]) => {
    const seller = findSeller(shop, sellerId === shop.id ? ownSeller : sellerId)
    const subtotal = sumMoney(
      own.map(({ total }) => total),
      shop.currency,
    )
    const delivery = option?.price ?? null
    return { seller, subtotal, delivery, total: delivery ? addMoney(subtotal, delivery) : subtotal }
  })
}
