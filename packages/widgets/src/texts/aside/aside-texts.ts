import type { Adjustment } from '@vitrina/core'
import type { MoneyText } from '../texts.ts'

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

  applyPromo: string
  removePromo: (code: string) => string
  promoDropped: (promo: Extract<Adjustment, { code: 'promo-dropped' }>, money: MoneyText) => string

  ordersEmpty: string
  /** Before an order's number. */
  order: string
  placedAt: (iso: string) => string
  cancelOrder: string
  /** The host gave no address. */
  addressRefused: string
  pay: string
  reorder: string
  /** What of an order cannot be ordered again. */
  gone: (titles: readonly string[]) => string
  orderLink: string
  orderLinkHint: string
  linkCopied: string
}
