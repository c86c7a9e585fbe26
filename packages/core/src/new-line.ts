import { type CartLine, maxQuantity } from './cart.ts'
import type { Product, Variant } from './product.ts'

/** A line as it is seen until the server answers. */
export function newLine(product: Product, variant: Variant, quantity: number): CartLine {
  return {
    variantId: variant.id,
    productId: product.id,
    title: product.title,
    options: variant.options,
    picture: variant.picture ?? product.pictures[0],
    unitPrice: variant.price,
    quantity,
  }
}

export function checkQuantity(quantity: number): number {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > maxQuantity)
    throw new RangeError(`A quantity is 1 to ${maxQuantity}, whole, not ${quantity}`)
  return quantity
}
