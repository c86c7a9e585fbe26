import type {
  Availability,
  DraftProblem,
  MerchantFailure,
  OrderState,
  PaymentMethod,
  StartPaymentFailure,
} from '@vitrina/core'
import type { Language } from '../language.ts'
import type { AsideTexts } from './aside/aside-texts.ts'
import type { CardTexts } from './card-texts.ts'

/** One text for each code, so that a new code does not compile until it has one. */
type TextOf<Code extends string> = Record<Code, string>

/** Everything that screens say, in one language. */
export interface Texts extends CardTexts {
  language: Language
  /** Of what stands aside, in a language that the widgets do not speak by themselves. */
  aside?: AsideTexts

  back: string
  close: string
  opening: string
  products: string
  product: string
  failed: TextOf<MerchantFailure['code']>

  pictures: string
  picture: (index: number, count: number) => string
  enlarge: string
  availability: TextOf<Availability>
  noSuchVariant: string
  unavailable: string
  description: string
  attributes: string
  terms: string

  remove: string
  removed: string
  undo: string
  increase: (title: string) => string
  decrease: (title: string) => string
  quantity: (pieces: number) => string
  subtotal: string
  estimate: string
  promoCode: string
  discount: string
  /** Before an amount that the total contains. */
  vat: string
  cartEmpty: string
  cartEmptyHint: string
  toProducts: string
  checkout: string
  buyNow: string
  belowMinimum: (minimum: string, missing: string) => string
  cartOffline: string
  cartFailed: string

  checkoutTitle: string
  contact: string
  contactFromHost: string
  name: string
  phone: string
  delivery: string
  deliveryLoading: string
  days: (min: number, max: number) => string
  free: string
  address: string
  addressHint: string
  payment: string
  paymentMethods: TextOf<PaymentMethod>
  paymentHints: TextOf<PaymentMethod>
  consent: string
  summary: string
  total: string
  counting: string
  deliveryLater: string
  placeOrder: string
  problems: ProblemTexts
  countAgain: string

  placing: string
  placingHint: string
  checking: string
  checkingHint: string
  checkNow: string
  paying: string
  payingHint: string
  openPayment: string
  iPaid: string
  payAgain: string
  payLater: string
  startPaymentFailed: TextOf<StartPaymentFailure['code']>
  placed: string
  placedHints: TextOf<PaymentMethod>
  unfinished: string
  goOn: string
  done: string

  order: string
  orders: string
  wishList: string
  /** Puts something on the wish list. */
  wish: string
  seller: string
  orderNumber: string
  orderStates: TextOf<OrderState>
  paid: string
}

/** A text for each field and everything that can be wrong with it. */
export type ProblemTexts = {
  [Field in DraftProblem['field']]: TextOf<Extract<DraftProblem, { field: Field }>['code']>
}

/** Writes money in the buyer's language. */
export type MoneyText = (value: { amount: number; currency: string }) => string
