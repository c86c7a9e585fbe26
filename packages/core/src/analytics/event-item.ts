import type { CartLine } from '../cart.ts'
import { defaultVariant, type Product, type Variant } from '../product.ts'
import type { QuoteLine } from '../quote.ts'
import type { EventItem } from './shop-event.ts'

export function productItem(
  product: Product,
  variant: Variant = defaultVariant(product),
  quantity = 1,
): EventItem {
  return {
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variant: wordsOf(variant.options),
    categoryId: product.categoryId,
    price: variant.price,
    quantity,
  }
}

export function lineItem(line: CartLine, quantity = line.quantity): EventItem {
  return {
    productId: line.productId,
    variantId: line.variantId,
    title: line.title,
    variant: wordsOf(line.options),
    price: line.unitPrice,
    quantity,
  }
}

/** An order's line names its variant in its title, and no product: what was in the cart before tells it. */
export function orderItem(line: QuoteLine, known: ReadonlyMap<string, EventItem>): EventItem {
  const { variantId, title, unitPrice, quantity } = line
  const before = known.get(variantId) ?? { productId: variantId, variantId, title, variant: '' }
  return { ...before, price: unitPrice, quantity }
}

function wordsOf(options: Record<string, string>): string {
  return Object.values(options).join(', ')
}
