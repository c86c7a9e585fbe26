import { randomUUID } from 'node:crypto'
import { addOperation, cashOrder, syncRequest } from '../faults/http-buyer.ts'
import { drive, rawRequest } from './drive.ts'

const base = '/v1/shops/faults'

/** Buyers who have signed in, each by the header that says so. */
export async function makeBuyers(urls: readonly string[], count: number): Promise<Record<string, string>[]> {
  const requests = Array.from({ length: count }, () =>
    rawRequest('POST', `${base}/session`, { scheme: 'memory', value: randomUUID() }),
  )
  const { bodies, statuses } = await drive({ urls, requests })
  expectAll(statuses, ['200'], 'sessions')
  return bodies.map((body) => ({ authorization: `Bearer ${JSON.parse(body).token}` }))
}

export function cartRequests(
  buyers: Record<string, string>[],
  count: number,
  variantOf: (index: number) => string,
) {
  return Array.from({ length: count }, (_, index) =>
    rawRequest(
      'POST',
      `${base}/cart`,
      syncRequest([addOperation(variantOf(index))]),
      buyers[index % buyers.length],
    ),
  )
}

/** Fills a cart for each buyer, asks its price, and answers with the orders that remain to be sent. */
export async function orderRequests(
  urls: readonly string[],
  count: number,
  variantsOf: (index: number) => string[],
) {
  const buyers = await makeBuyers(urls, count)
  const carts = buyers.map((headers, index) =>
    rawRequest('POST', `${base}/cart`, syncRequest(variantsOf(index).map((id) => addOperation(id))), headers),
  )
  const filled = await drive({ urls, requests: carts })
  expectAll(filled.statuses, ['200'], 'carts')
  const quotes = await drive({
    urls,
    requests: buyers.map((headers) =>
      rawRequest('POST', `${base}/quote`, { deliveryOptionId: 'courier' }, headers),
    ),
  })
  expectAll(quotes.statuses, ['200'], 'quotes')
  return buyers.map((headers, index) => {
    const order = cashOrder(String(JSON.parse(quotes.bodies[index] ?? '{}').hash))
    return rawRequest('POST', `${base}/orders`, order, { ...headers, 'idempotency-key': order.checkoutId })
  })
}

export function catalogueRequest(path: string) {
  return rawRequest('GET', `${base}${path}`)
}

/** A benchmark of refusals would look fast. */
export function expectAll(statuses: Record<string, number>, allowed: string[], what: string): void {
  const others = Object.keys(statuses).filter((other) => !allowed.includes(other))
  if (others.length > 0) throw new Error(`${what} were answered ${JSON.stringify(statuses)}`)
}
