export type {
  AddressParts,
  AddressSuggestion,
  AddressSuggestions,
  Cancellation,
  SuggestOptions,
} from './address-suggestions.ts'
export type { Adjustment, AdjustmentCode } from './adjustment.ts'
export { forget } from './aside/forget.ts'
export type { Reordered } from './aside/reorder.ts'
export { reorder } from './aside/reorder.ts'
export type {
  Cart,
  CartChanges,
  CartLine,
  CartOperation,
  CartSync,
  LineOperation,
  PromoOperation,
} from './cart.ts'
export { applyChanges, emptyCart, maxQuantity } from './cart.ts'
export type { Checkout, CheckoutDraft, CheckoutFailure, DraftProblem } from './checkout.ts'
export { emptyDraft } from './checkout.ts'
export type { Clock } from './clock.ts'
export type { Contact } from './contact.ts'
export { normalizePhone } from './contact.ts'
export type { ShopOptions } from './create-shop.ts'
export { createShop } from './create-shop.ts'
export type { Delivery, DeliveryOption, PickupPoint } from './delivery.ts'
export type { Environment } from './environment.ts'
export type { FacetOption, FacetQuery, Facets, FacetValue } from './facets.ts'
export type { HostFailure, Issue, MerchantFailure } from './failure.ts'
export { isTransient } from './failure.ts'
export type {
  Ability,
  Appearance,
  Haptic,
  Host,
  HostContact,
  Insets,
  Launch,
  LaunchProof,
} from './host.ts'
export type {
  CancelOrderFailure,
  ForgetFailure,
  Merchant,
  OrdersQuery,
  PlaceOrderFailure,
  QuoteFailure,
  QuoteRequest,
  ShortLine,
  StartPaymentFailure,
} from './merchant.ts'
export type { Money } from './money.ts'
export { addMoney, formatMoney, money, multiplyMoney, sumMoney } from './money.ts'
export type { Network } from './network.ts'
export type { CancelReason, Consent, Order, OrderRequest, OrderState } from './order.ts'
export { orderMoves } from './order.ts'
export type { OrderLink } from './order-link.ts'
export type { OrderTerms } from './order-terms.ts'
export type { Payment, PaymentFailureReason, PaymentMethod, Refund } from './payment.ts'
export type {
  Attribute,
  Availability,
  Category,
  Picture,
  PictureSource,
  Product,
  ProductOption,
  ProductPage,
  ProductQuery,
  ProductSort,
  Variant,
} from './product.ts'
export { defaultVariant, findVariant } from './product.ts'
export type { AppliedPromo, PromoRefusal, PromoRefusalReason, Promotion } from './promotion.ts'
export { normalizePromoCode, promoCodeSize } from './promotion.ts'
export type { Quote, QuotedOrder, QuoteLine } from './quote.ts'
export type { ReadableStore, Store } from './readable-store.ts'
export { createStore } from './readable-store.ts'
export type { Result } from './result.ts'
export { fail, ok } from './result.ts'
export type { Seller, Terms } from './seller.ts'
export type {
  CartStore,
  CartView,
  Catalogue,
  CheckoutStore,
  Loadable,
  Orders,
  Shop,
} from './shop.ts'
export type { Storage } from './storage.ts'
export type { Vat } from './vat.ts'
