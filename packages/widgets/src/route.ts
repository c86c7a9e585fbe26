/** What a shop shows. */
export type Route =
  | { name: 'products' }
  | { name: 'product'; id: string }
  | { name: 'seller'; id: string }
  | { name: 'cart' }
  | { name: 'checkout' }
  | { name: 'orders' }
  | { name: 'wish-list' }
  | { name: 'order'; id: string }

/** Reads a deep link: `product/mug`, `seller/north`, `cart`, `orders`. Anything else is the list of products. */
export function parseRoute(link: string | undefined | null): Route {
  const [name, ...rest] = (link ?? '').replace(/^[#/]+/, '').split('/')
  const id = rest.join('/')
  switch (name) {
    case 'product':
    case 'seller':
    case 'order':
      return id ? { name, id: decode(id) } : { name: 'products' }
    case 'cart':
    case 'checkout':
    case 'orders':
    case 'wish-list':
      return { name }
    default:
      return { name: 'products' }
  }
}

// A link cut off in the middle of an escape is still an id.
function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
