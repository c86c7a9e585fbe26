import type { Adjustment } from './adjustment.ts'
import type { CartLine } from './cart.ts'
import type { Checkout, CheckoutDraft } from './checkout.ts'
import type { HostFailure, MerchantFailure } from './failure.ts'
import type { Host, Launch } from './host.ts'
import type { CancelOrderFailure, Merchant } from './merchant.ts'
import type { Money } from './money.ts'
import type { Order } from './order.ts'
import type { OrderTerms } from './order-terms.ts'
import type { Category, Product, ProductPage, ProductQuery, Variant } from './product.ts'
import type { ReadableStore } from './readable-store.ts'
import type { Result } from './result.ts'
import type { Storage } from './storage.ts'

/** What a page holds: stores to read and verbs to call. Made by `createShop`. */
export interface Shop {
  readonly host: Host
  readonly merchant: Merchant
  /** Null until the host has answered. */
  readonly launch: ReadableStore<Launch | null>
  readonly catalogue: Catalogue
  readonly cart: CartStore
  readonly checkout: CheckoutStore
  readonly orders: Orders
  /** What of this buyer is kept on the device, or by the host, under keys of the shop's own. Null until the host has answered. */
  readonly storage: ReadableStore<Storage | null>
  /** Asks the host, brings back what storage kept, fetches the cart. Called once. */
  start(): Promise<Result<Launch, HostFailure>>
  /** Ends timers and subscriptions. */
  stop(): void
}

export interface Catalogue {
  /** The product as far as it is known; subscribing fetches it, together with others asked for in the same tick. */
  product(id: string): ReadableStore<Loadable<Product, MerchantFailure>>
  /** Asks for a failed product again. */
  retry(id: string): void
  /** `asked` is the merchant's answer to that query where somebody has asked for it ahead. */
  products(
    query: ProductQuery,
    asked?: Promise<Result<ProductPage, MerchantFailure>>,
  ): Promise<Result<ProductPage, MerchantFailure>>
  categories(): Promise<Result<Category[], MerchantFailure>>
  /** The buyer opens a product from its card. Does nothing; `observeShop` of `@vitrina/core/analytics` listens here. */
  selected(product: Product): void
  /** The buyer sees all of a product. Likewise. */
  viewed(product: Product): void
}

/** What is being fetched. */
export type Loadable<Value, Failure> =
  | { status: 'loading' }
  | { status: 'ready'; value: Value }
  | { status: 'failed'; failure: Failure }

/** The cart as the buyer sees it: the settled one with the pending operations folded over it. */
export interface CartView {
  status: 'loading' | 'ready'
  lines: CartLine[]
  /** Pieces in all. */
  count: number
  /** Null when there are no lines. */
  subtotal: Money | null
  promoCodes: string[]
  /** What the shop asks of an order; empty until the server has said it. */
  terms: OrderTerms
  /** True while the server has not agreed to all of it. */
  estimated: boolean
  /** Operations that the server does not have yet. */
  pending: number
  /** What the server changed and the buyer has not acknowledged. */
  adjustments: Adjustment[]
  /** Why the last exchange with the server failed; it is tried again by itself when that makes sense. */
  failure: MerchantFailure | null
}

export interface CartStore extends ReadableStore<CartView> {
  /** Seen at once. `quantity` is a whole number from 1 to `maxQuantity`; anything else throws a RangeError. */
  add(product: Product, variant: Variant, quantity?: number): void
  setQuantity(variantId: string, quantity: number): void
  remove(variantId: string): void
  /** Brings back what was removed, with as many pieces as it had. */
  restore(line: CartLine): void
  /** Gives a promo code, however it is typed; whether it is good is told by the server. Nothing in it, nothing happens. */
  applyPromo(code: string): void
  removePromo(code: string): void
  /** The buyer has seen this adjustment. */
  acknowledge(adjustmentId: string): void
  /** Asks the server for what changed elsewhere. */
  refresh(): void
  /** Resolves when every operation is on the server; fails when it cannot be reached now. */
  drained(): Promise<Result<void, MerchantFailure>>
}

/**
 * Name, phone, delivery and way to pay of the last checkout are kept in the buyer's storage, so that the next one does not ask for them
 * again; the consent is asked for anew.
 */
export interface CheckoutStore extends ReadableStore<Checkout> {
  /** Begins, or goes on with the one that was begun. */
  open(): void
  /** Puts it away; the draft is kept. While an order is on its way this does nothing. */
  close(): void
  edit(patch: Partial<CheckoutDraft>): void
  /** Fills name and phone from the host. */
  useHostContact(): Promise<void>
  /** Asks for a quote again. */
  requote(): void
  place(): void
  /** Opens the acquirer's page: the pending attempt, or a new one. Also for an order from the list. */
  pay(order?: Order): void
  /** Asks the server now instead of at the next turn. */
  check(): void
  /** Erases what is kept of the last checkout; not while an order is on its way. The server is told by `forget`. */
  forget(): void
}

export interface Orders {
  list(): Promise<Result<Order[], MerchantFailure>>
  get(id: string): Promise<Result<Order, MerchantFailure>>
  /** A checkout that waits for its money learns of it at its next look. */
  cancel(id: string): Promise<Result<Order, CancelOrderFailure>>
}
