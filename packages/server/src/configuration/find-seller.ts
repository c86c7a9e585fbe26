import type { Seller } from '@vitrina/core'
import type { ShopConfig } from './shop-config.ts'

/** Stands in the tables for the shop itself. */
export const ownSeller = ''

/** Whom a seller's id in the tables means. One that was taken out of the configuration keeps its id for a name. */
export function findSeller({ id, name, legal, sellers = [] }: ShopConfig, sellerId: string): Seller {
  if (sellerId === ownSeller) return { id, name, ...(legal && { legal }) }
  const { terms, ...seller } = sellers.find((one) => one.id === sellerId) ?? { id: sellerId, name: sellerId }
  return seller
}

/** Everybody who sells in the shop, itself first, with their terms. */
export function allSellers(shop: ShopConfig): Seller[] {
  const { terms, sellers = [], paymentMethods } = shop
  const own = { ...findSeller(shop, ownSeller), ...(terms && { terms }) }
  return [own, ...sellers].map((seller) => ({ ...seller, paymentMethods }))
}

/** A seller's id in the tables; that of the shop is nobody's there. */
export function storedSeller(shop: ShopConfig, sellerId: string): string {
  return sellerId === shop.id ? ownSeller : sellerId
}
