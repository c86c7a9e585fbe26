import type { CartChanges, CartSync } from './cart.ts'
import type { DeliveryOption } from './delivery.ts'
import type { FacetQuery, Facets } from './facets.ts'
import type { MerchantFailure } from './failure.ts'
import type { Money } from './money.ts'
import type { Order, OrderRequest } from './order.ts'
import type { OrderLink } from './order-link.ts'
import type { Payment } from './payment.ts'
import type { Category, Product, ProductPage, ProductQuery } from './product.ts'
import type { Quote } from './quote.ts'
import type { Result } from './result.ts'
import type { Seller } from './seller.ts'

/** The back end that sells. Domain objects are the wire. Everything but the catalogue belongs to one buyer. */
export interface Merchant {
  products(query: ProductQuery): Promise<Result<ProductPage, MerchantFailure>>
  product(id: string): Promise<Result<Product, MerchantFailure>>
  categories(): Promise<Result<Category[], MerchantFailure>>
  /** What a list can be narrowed by, for a panel of filters. Without it there is no choice of options. */
  facets?(query: FacetQuery): Promise<Result<Facets, MerchantFailure>>
  /** Who sells here and on which terms, the shop itself first. */
  sellers?(): Promise<Result<Seller[], MerchantFailure>>
  /** Applies operations in order, each once per id, and tells what changed since a revision. */
  syncCart(sync: CartSync): Promise<Result<CartChanges, MerchantFailure>>
  deliveryOptions(): Promise<Result<DeliveryOption[], MerchantFailure>>
  quote(request: QuoteRequest): Promise<Result<Quote, QuoteFailure>>
  /**
   * Orders what is in the cart, all of it or nothing: one order for each seller, in the order of the quote. At most once
   * per `checkoutId`: the same request again answers with the same orders.
   */
  placeOrder(request: OrderRequest): Promise<Result<Order[], PlaceOrderFailure>>
  order(id: string): Promise<Result<Order, MerchantFailure>>
  /** Newest first; those of one checkout in the order of its quote. */
  orders(query: OrdersQuery): Promise<Result<Order[], MerchantFailure>>
  /** Cancels an order that was not shipped; one that is cancelled already is answered again. */
  cancelOrder(orderId: string): Promise<Result<Order, CancelOrderFailure>>
  /** Starts an attempt to pay; while one is pending, answers with that one. */
  startPayment(orderId: string): Promise<Result<Payment, StartPaymentFailure>>
  /** Makes a link that opens this order to whoever has it: for a guest, who is known to one browser alone. */
  linkOrder?(orderId: string): Promise<Result<OrderLink, MerchantFailure>>
  /** Erases what is known of this buyer; the books keep sums and articles. Again is the same. */
  forget?(): Promise<Result<unknown, ForgetFailure>>
}

export interface QuoteRequest {
  /** Null while the buyer has not chosen: the total is then without delivery. */
  deliveryOptionId: string | null
}

export interface OrdersQuery {
  checkoutId?: string
}

export type QuoteFailure = MerchantFailure | { code: 'cart-empty' }

export type PlaceOrderFailure =
  | MerchantFailure
  | { code: 'cart-empty' }
  | { code: 'price-changed'; before: Money | null; after: Money; quote: Quote }
  | { code: 'sold-out'; lines: ShortLine[] }
  /** Of goods, before discounts: what an order has to come to at least, and how much more that is. */
  | { code: 'minimum-not-met'; minimum: Money; missing: Money }
  /** This checkout has an order already, made from another request. */
  | { code: 'checkout-used' }

/** A line of which there is too little. */
export interface ShortLine {
  variantId: string
  title: string
  requested: number
  /** Pieces left, 0 or more. */
  left: number
}

/** `not-cancellable`: it is on its way already. */
export type CancelOrderFailure = MerchantFailure | { code: 'not-cancellable' }

/** `orders-open`: these, by their numbers, are not paid or not delivered yet. */
export type ForgetFailure = MerchantFailure | { code: 'orders-open'; orders: string[] }

export type StartPaymentFailure = MerchantFailure | { code: 'already-paid' } | { code: 'not-payable' }
