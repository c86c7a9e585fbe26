import type { CartLine } from './cart.ts'
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
