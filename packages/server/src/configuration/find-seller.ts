import type { Seller } from '@vitrina/core'
import type { ShopConfig } from './shop-config.ts'

/** Stands in the tables for the shop itself. */
export const ownSeller = ''

/** Whom a seller's id in the tables means. One that was taken out of the configuration keeps its id for a name. */
export function findSeller({ id, name, legal, sellers = [] }: ShopConfig, sellerId: string): Seller {
  if (sellerId === ownSeller) return { id, name, ...(legal && { legal }) }
  return sellers.find((seller) => seller.id === sellerId) ?? { id: sellerId, name: sellerId }
}
