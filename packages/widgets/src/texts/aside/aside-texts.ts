import type {
  Adjustment,
  CancelOrderFailure,
  CancelReason,
  CheckoutFailure,
  ForgetFailure,
  HostFailure,
  MerchantFailure,
  PaymentFailureReason,
  ProductSort,
  Refund,
} from '@vitrina/core'
import type { PriceProblem } from '../../aside/filters/filters.ts'
import type { MoneyText } from '../texts.ts'

/** What a shop said about this very order, and not that nothing could be said. */
export type Refusal = Exclude<CheckoutFailure, MerchantFailure>

/** What is said beside the way from a card to a paid order, in one language. */
export interface AsideTexts {
  search: string
  categories: string
  allCategories: string
  nothingFound: string
  nothingFoundHint: string
  showAll: string
  showMore: string
  listFailed: string

  adjustments: string
  acknowledge: string
  adjusted: (
    adjustment: Exclude<Adjustment, { code: 'promo-dropped' | 'minimum-not-met' }>,
    money: MoneyText,
  ) => string

  sort: string
  sorts: Record<ProductSort, string>
  filters: string
  /** Of the list of what is chosen. */
  chosenFilters: string
  removeFilter: (filter: string) => string
  resetFilters: string
  filtersFailed: string
  price: string
  priceFrom: string
  priceTo: string
  /** One end or both; nothing without either. */
  priceRange: (min: string | undefined, max: string | undefined) => string
  priceProblems: Record<PriceProblem, string>
  inStockOnly: string
  allValues: (count: number) => string
  /** On the button that closes the filters. */
  showFound: (products: number) => string
  /** The same while nobody knows how many there are. */
  showList: string

  returns: string
  offer: string
  privacy: string
  sellerTerms: string
  allOfSeller: string

  searchPoints: string
  /** How many pick-up points fit what was typed; for none, what to do. */
  pointsFound: (count: number) => string

  applyPromo: string
  removePromo: (code: string) => string
  promoDropped: (promo: Extract<Adjustment, { code: 'promo-dropped' }>, money: MoneyText) => string

  wishListEmpty: string
  wishListEmptyHint: string
  /** Already on the wish list. */
  inWishList: string
  /** What the same button does then. */
  unwish: string
  removeWish: (title: string) => string
  /** From the cart to the wish list. */
  wished: (title: string) => string
  /** From the wish list to the cart. */
  moved: (title: string) => string
  noLongerSold: string

  /** Why an order cannot be placed as it is. What is below the minimum is said as in the cart. */
  refusals: Record<Exclude<Refusal['code'], 'price-changed' | 'minimum-not-met' | 'contact-refused'>, string>
  /** Both sums in words; nothing before where nobody had counted one. */
  priceChanged: (before: string | null, after: string) => string
  shortLine: (title: string, left: number) => string
  fitCart: string

  /** The host gave no name and phone. */
  contactRefused: Record<HostFailure['code'], string>

  unpaid: string
  unpaidReasons: Record<PaymentFailureReason, string>
  unpaidHint: string

  ordersEmpty: string
  /** Before an order's number. */
  order: string
  placedAt: (iso: string) => string
  cancelOrder: string
  cancelRefusals: Record<Exclude<CancelOrderFailure, MerchantFailure>['code'], string>
  /** Of the list of steps from placed to delivered. */
  orderSteps: string
  /** The first of them; the others are called as the states are. */
  stepPlaced: string
  /** Read aloud after a step that is behind. */
  stepDone: string
  /** The last step of an order that was cancelled. */
  cancelReasons: Record<CancelReason, string>
  /** Before the amount. */
  refunds: Record<Refund['state'], string>
  /** The host gave no address. */
  addressRefused: string
  pay: string
  reorder: string
  /** What of an order cannot be ordered again. */
  gone: (titles: readonly string[]) => string
  forget: string
  forgetHint: string
  forgotten: string
  forgetFailed: (failure: Exclude<ForgetFailure, MerchantFailure>) => string
  orderLink: string
  orderLinkHint: string
  linkCopied: string

  zoomIn: string
  zoomOut: string
  nextPicture: string
  previousPicture: string
  pictureFailed: string
}
