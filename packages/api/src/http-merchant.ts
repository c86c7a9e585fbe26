import {
  type Category,
  type DeliveryOption,
  type Host,
  type Merchant,
  type Order,
  ok,
  type PlaceOrderFailure,
  type Result,
  type Seller,
} from '@vitrina/core'
import { createCaller } from './call.ts'
import { productsPath } from './products-path.ts'
import { createSession } from './session.ts'

export interface HttpMerchantOptions {
  /** Where the server is: `https://shop.example`. */
  url: string
  /** The shop's id on that server. */
  shop: string
  /** Gives the launch that is exchanged once for a short token; only asked when a buyer is needed. */
  host: Pick<Host, 'launch'>
  /** Default: the page's. */
  fetch?: typeof fetch
  /** Milliseconds for one attempt, and for a call with all its attempts. Default 10 and 30 seconds. */
  timeout?: number
  budget?: number
}

/**
 * The Merchant over HTTP. Every call is safe to repeat and is repeated: reads by nature, the cart by the operations'
 * ids, an order by its checkout's id, a cancellation because a cancelled order is answered again, a payment because a
 * pending one is. Which failures are retried, how often and how long is in `retry.ts`.
 *
 * @example
 * const merchant = httpMerchant({ url: 'https://shop.example', shop: 'lavka', host })
 */
export function httpMerchant(options: HttpMerchantOptions): Merchant {
  const base = `${options.url.replace(/\/$/, '')}/v1/shops/${encodeURIComponent(options.shop)}`
  const call = createCaller({ ...options, base })
  const session = createSession(options.host, call)
  const id = encodeURIComponent

  return {
    products: (query) => call('GET', `/products${productsPath(query)}`),
    product: (product) => call('GET', `/products/${id(product)}`),
    categories: () => listIn('categories', call<{ categories: Category[] }>('GET', '/categories')),
    facets: (query) => call('GET', `/facets${productsPath(query)}`),
    sellers: () => listIn('sellers', call<{ sellers: Seller[] }>('GET', '/sellers')),
    deliveryOptions: () => listIn('options', call<{ options: DeliveryOption[] }>('GET', '/delivery-options')),
    syncCart: (sync) => session.call('POST', '/cart', { json: sync }),
    quote: (request) => session.call('POST', '/quote', { json: request }),
    placeOrder: (request) =>
      listIn(
        'orders',
        session.call<AnsweredOrders, PlaceOrderFailure>('POST', '/orders', {
          json: request,
          key: request.checkoutId,
        }),
      ),
    order: (order) => session.call('GET', `/orders/${id(order)}`),
    orders: ({ checkoutId }) =>
      listIn(
        'orders',
        session.call<AnsweredOrders>('GET', `/orders${checkoutId ? `?checkout=${id(checkoutId)}` : ''}`),
      ),
    cancelOrder: (order) => session.call('POST', `/orders/${id(order)}/cancel`, { json: {} }),
    startPayment: (order) => session.call('POST', `/orders/${id(order)}/payments`, { json: {} }),
    linkOrder: (order) => session.call('POST', `/orders/${id(order)}/link`, { json: {} }),
    forget: () => session.call('POST', '/forget', { json: {} }),
  }
}

interface AnsweredOrders {
  orders: Order[]
}

/** The list in an answer that has nothing else. */
async function listIn<Key extends string, Item, Failure>(
  key: Key,
  asked: Promise<Result<Record<Key, Item[]>, Failure>>,
): Promise<Result<Item[], Failure>> {
  const answer = await asked
  return answer.ok ? ok(answer.value[key]) : answer
}
