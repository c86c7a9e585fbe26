/**
 * Every route of the shop's API, as data: the server mounts it, OpenAPI is generated from it, and tests walk it.
 * Paths are below `/v1/shops/:shop`.
 */
export const routes = {
  session: { method: 'POST', path: '/session', auth: 'none' },
  products: { method: 'GET', path: '/products', auth: 'none' },
  product: { method: 'GET', path: '/products/:product', auth: 'none' },
  categories: { method: 'GET', path: '/categories', auth: 'none' },
  facets: { method: 'GET', path: '/facets', auth: 'none' },
  sellers: { method: 'GET', path: '/sellers', auth: 'none' },
  syncCart: { method: 'POST', path: '/cart', auth: 'buyer' },
  deliveryOptions: { method: 'GET', path: '/delivery-options', auth: 'none' },
  /** There where the merchant has somebody who knows addresses. */
  addressSuggestions: { method: 'POST', path: '/address-suggestions', auth: 'none' },
  quote: { method: 'POST', path: '/quote', auth: 'buyer' },
  /** `Idempotency-Key` is required and is the checkout's id. */
  placeOrder: { method: 'POST', path: '/orders', auth: 'buyer' },
  orders: { method: 'GET', path: '/orders', auth: 'buyer' },
  /** `link`: open to a session that has the secret of the order's link, too. */
  order: { method: 'GET', path: '/orders/:order', auth: 'buyer', link: true },
  cancelOrder: { method: 'POST', path: '/orders/:order/cancel', auth: 'buyer', link: true },
  startPayment: { method: 'POST', path: '/orders/:order/payments', auth: 'buyer', link: true },
  linkOrder: { method: 'POST', path: '/orders/:order/link', auth: 'buyer' },
  forget: { method: 'POST', path: '/forget', auth: 'buyer' },
} as const
