import type {
  CancelOrderFailure,
  ForgetFailure,
  MerchantFailure,
  PlaceOrderFailure,
  QuoteFailure,
  StartPaymentFailure,
} from '@vitrina/core'

/** Everything that a route can answer instead of what was asked: core's failures, and what only HTTP knows. */
export type ApiFailure =
  | Exclude<
      | MerchantFailure
      | PlaceOrderFailure
      | QuoteFailure
      | StartPaymentFailure
      | CancelOrderFailure
      | ForgetFailure,
      { code: 'offline' }
    >
  | { code: 'too-large' }
  | { code: 'unsupported-media-type' }
  | { code: 'idempotency-key-missing' }
  /** The same request came before and has not ended yet. `retryAfter` in seconds. */
  | { code: 'in-flight'; retryAfter: number }

interface Heading {
  status: 400 | 401 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 504
  title: string
}

export const headings: Record<ApiFailure['code'], Heading> = {
  invalid: { status: 400, title: 'The request does not fit its schema' },
  'idempotency-key-missing': { status: 400, title: 'The Idempotency-Key header is missing' },
  unauthorized: { status: 401, title: 'The buyer is not known' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'in-flight': { status: 409, title: 'The same request is still being worked on' },
  'cart-empty': { status: 409, title: 'The cart is empty' },
  'price-changed': { status: 409, title: 'The price is not what the buyer agreed to' },
  'minimum-not-met': { status: 409, title: 'The shop takes orders from a larger sum on' },
  'sold-out': { status: 409, title: 'There is too little left' },
  'already-paid': { status: 409, title: 'The order is paid' },
  'not-cancellable': { status: 409, title: 'The order is on its way already' },
  'orders-open': { status: 409, title: 'There are orders that are not paid or not delivered' },
  'not-payable': { status: 409, title: 'The order cannot be paid by card' },
  'too-large': { status: 413, title: 'The body is larger than 64 kB' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'checkout-used': { status: 422, title: 'The checkout was used for another request' },
  'rate-limited': { status: 429, title: 'Too many calls in a minute' },
  unknown: { status: 500, title: 'The server failed' },
  unavailable: { status: 503, title: 'Not now' },
  timeout: { status: 504, title: 'No answer in time; what was asked for may still happen' },
}
