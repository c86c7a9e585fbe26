import type { MerchantFailure } from '../failure.ts'
import type { Product } from '../product.ts'
import { ok, type Result } from '../result.ts'
import type { Shop } from '../shop.ts'

export interface Reordered {
  /** Pieces that were asked for; of what there is too little, an adjustment of the cart tells. */
  pieces: number
  /** Titles of what the shop does not have any more. */
  gone: string[]
}

/** As many products as one question can name. */
const most = 100

/**
 * Puts what was ordered into the cart again, as if the buyer tapped on each: by operations with ids, so nothing comes twice
 * and nothing is lost on the way. Nothing is put in when the order or its products cannot be had.
 */
export async function reorder(
  { cart, orders, catalogue }: Pick<Shop, 'cart' | 'orders' | 'catalogue'>,
  orderId: string,
): Promise<Result<Reordered, MerchantFailure>> {
  const order = await orders.get(orderId)
  if (!order.ok) return order
  const { lines } = order.value
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))]
  const products: Product[] = []
  for (let at = 0; at < ids.length; at += most) {
    const page = await catalogue.products({ ids: ids.slice(at, at + most) })
    if (!page.ok) return page
    products.push(...page.value.products)
  }
  const result: Reordered = { pieces: 0, gone: [] }
  for (const { productId, variantId, title, quantity } of lines) {
    const product = products.find(({ id }) => id === productId)
    const variant = product?.variants.find(({ id }) => id === variantId)
    if (product && variant) {
      cart.add(product, variant, quantity)
      result.pieces += quantity
    } else result.gone.push(title)
  }
  return ok(result)
}
