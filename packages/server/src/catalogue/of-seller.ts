import { createHash } from 'node:crypto'
import type { FeedCategory, FeedProduct } from '../catalogue-sink.ts'
import { ownSeller } from '../configuration/find-seller.ts'

const longest = 100

/**
 * Two sellers may use the same ids in their feeds: in the shop each one's begin with the seller (`north::mug`). A feed's
 * own ids never have two colons in a row.
 */
export function idOfSeller(id: string, sellerId: string): string {
  if (sellerId === ownSeller) return id
  const scoped = `${sellerId}::${id}`
  if (scoped.length <= longest) return scoped
  return `${scoped.slice(0, 60)}~~${createHash('sha256').update(id).digest('hex').slice(0, 32)}`
}

export function categoryOfSeller(category: FeedCategory, sellerId: string): FeedCategory {
  return {
    ...category,
    id: idOfSeller(category.id, sellerId),
    ...(category.parentId !== undefined && { parentId: idOfSeller(category.parentId, sellerId) }),
  }
}

export function productOfSeller(product: FeedProduct, sellerId: string): FeedProduct {
  return {
    ...product,
    id: idOfSeller(product.id, sellerId),
    categoryId: idOfSeller(product.categoryId, sellerId),
    variants: product.variants.map((variant) => ({ ...variant, id: idOfSeller(variant.id, sellerId) })),
  }
}
