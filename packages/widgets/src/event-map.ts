import type {
  CartStore,
  CartView,
  CheckoutFailure,
  DraftProblem,
  MerchantFailure,
  Order,
  Result,
} from '@vitrina/core'
import type { Wish } from '@vitrina/core/wish-list'
import type { Route } from './route.ts'

/** What is about to be done, with the arguments of the shop's verb, and what comes of it. The promise is never rejected. */
export interface Announcement<Intent, Value, Failure> {
  intent: Intent
  result: Promise<Result<Value, Failure | { code: 'prevented' }>>
}

/** The result is there when the server has the cart. Where it cannot be reached the change waits, and is sent later. */
export type CartAnnouncement<
  Verb extends 'add' | 'setQuantity' | 'remove' | 'restore' | 'applyPromo' | 'removePromo',
> = Announcement<Parameters<CartStore[Verb]>, void, MerchantFailure>

/** Several sellers make several orders. One that waits for its money is there, too: see its state. */
export type OrderAnnouncement = Announcement<
  [],
  Order[],
  CheckoutFailure | { code: 'incomplete'; problems: DraftProblem[] }
>

/**
 * The elements' events. They bubble out of the shadow roots, so that one listener on the page hears all of them. All but
 * `vitrina-screen` come before the thing is done, and `preventDefault` keeps it from being done.
 */
export interface VitrinaEventMap {
  /** Another screen is shown, in a sheet or in `<vitrina-shop>`. */
  'vitrina-screen': CustomEvent<Route>
  /** A card or a cart button is about to open the sheet. */
  'vitrina-open': CustomEvent<Route>
  /** The buyer goes from this cart to its checkout. */
  'vitrina-begin-checkout': CustomEvent<CartView>
  /** Something is about to be put on the wish list, or back on it. */
  'vitrina-wish': CustomEvent<Wish>
  /** Something is about to be taken off the wish list. */
  'vitrina-unwish': CustomEvent<Wish>
  /** Sent by `announceShop`. `intent`: product, variant, pieces where it is not one. */
  'vitrina-add': CustomEvent<CartAnnouncement<'add'>>
  /** Sent by `announceShop`. `intent`: the variant's id, the new quantity. */
  'vitrina-set-quantity': CustomEvent<CartAnnouncement<'setQuantity'>>
  /** Sent by `announceShop`. `intent`: the variant's id. */
  'vitrina-remove': CustomEvent<CartAnnouncement<'remove'>>
  /** Sent by `announceShop`. A line that was removed is brought back. `intent`: the line. */
  'vitrina-restore': CustomEvent<CartAnnouncement<'restore'>>
  /** Sent by `announceShop`. `intent`: the code as it was typed. */
  'vitrina-apply-promo': CustomEvent<CartAnnouncement<'applyPromo'>>
  /** Sent by `announceShop`. `intent`: the code. */
  'vitrina-remove-promo': CustomEvent<CartAnnouncement<'removePromo'>>
  /** Sent by `announceShop`. The result waits for as long as nobody knows whether there is an order. */
  'vitrina-place-order': CustomEvent<OrderAnnouncement>
}

declare global {
  interface GlobalEventHandlersEventMap extends VitrinaEventMap {}
}
