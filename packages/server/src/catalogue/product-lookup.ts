import type { Product } from '@vitrina/core'
import { createBatch } from '../create-batch.ts'
import type { Connection } from '../database/transaction.ts'
import { productsByIds } from './find-products.ts'
import type { ProductView } from './product-of-rows.ts'

export type ProductLookup = (shopId: string, id: string, view: ProductView) => Promise<Product | undefined>

/** Finds a product by its id. Those that are asked for at the same moment are looked up together. */
export function createProductLookup(connection: Connection): ProductLookup {
  const shops = new Map<string, (id: string) => Promise<Product | undefined>>()

  function shopOf(shopId: string, view: ProductView) {
    return createBatch(async (ids: string[]) => {
      const products = await productsByIds(connection, shopId, [...new Set(ids)], view)
      const byId = new Map(products.map((product) => [product.id, product]))
      return ids.map((id) => byId.get(id))
    })
  }

  return (shopId, id, view) => {
    const lookup = shops.get(shopId) ?? shopOf(shopId, view)
    shops.set(shopId, lookup)
    return lookup(id)
  }
}
