import { plural } from '../plural.ts'
import type { AsideTexts } from './aside-texts.ts'

const pieces = (count: number) => plural('en', count, { one: 'piece', other: 'pieces' })

/** What is said beside the way to a paid order in English. */
export const en: AsideTexts = {
  search: 'Search products',
  categories: 'Categories',
  allCategories: 'All',
  nothingFound: 'Nothing found',
  nothingFoundHint: 'Try other words or another category.',
  showAll: 'Show all products',
  showMore: 'Show more',
  listFailed: 'The products did not load',

  adjustments: 'The cart has changed',
  acknowledge: 'OK',
  adjusted(adjustment, money) {
    switch (adjustment.code) {
      case 'capped':
        return `“${adjustment.title}”: only ${pieces(adjustment.available)} of ${adjustment.requested} left.`
      case 'gone':
        return `“${adjustment.title}” is no longer sold and was taken out of the cart.`
      case 'repriced':
        return `“${adjustment.title}”: the price was ${money(adjustment.before)} and is now ${money(adjustment.after)}.`
      case 'refused':
        return `“${adjustment.title}”: the shop did not accept this change.`
      case 'merged':
        return `Your carts were put together: ${pieces(adjustment.pieces)} added, ${adjustment.dropped} left out.`
    }
  },

  sort: 'Sort',
  sorts: { featured: 'Featured first', 'cheap-first': 'Cheapest first', 'dear-first': 'Dearest first' },
  filters: 'Filters',
  chosenFilters: 'Chosen filters',
  removeFilter: (filter) => `Remove the filter: ${filter}`,
  resetFilters: 'Reset',
  filtersFailed: 'The filters did not load',
  price: 'Price',
  priceFrom: 'From',
  priceTo: 'To',
  priceRange: (min, max) =>
    min && max ? `${min} – ${max}` : min ? `from ${min}` : max ? `up to ${max}` : '',
  priceProblems: {
    'not-a-price': 'Write a price in digits: for example, 1290',
    'above-maximum': 'The lowest price is above the highest one',
  },
  inStockOnly: 'In stock',
  allValues: (count) => `Show all ${count}`,
  showFound: (count) =>
    count === 0 ? 'Nothing found' : `Show ${plural('en', count, { one: 'product', other: 'products' })}`,
  showList: 'Show products',

  returns: 'Returns',
  offer: 'Terms of sale',
  privacy: 'Privacy policy',
  sellerTerms: 'Terms of the seller',
  allOfSeller: 'All products of the seller',

  searchPoints: 'Find a pick-up point: street, shop, district',
  pointsFound: (count) =>
    count === 0
      ? 'No such pick-up point. Try another street or fewer words.'
      : plural('en', count, { one: 'pick-up point', other: 'pick-up points' }),

  applyPromo: 'Apply',
  removePromo: (code) => `Remove the promo code ${code}`,
  promoDropped(promo, money) {
    const code = `The promo code ${promo.promoCode}`
    switch (promo.reason) {
      case 'unknown':
        return `${code} was not found. Check it for a typo.`
      case 'not-yet':
        return `${code} is not valid yet.`
      case 'expired':
        return `${code} is no longer valid.`
      case 'used-up':
        return `${code} has run out: other buyers have used it.`
      case 'used-by-you':
        return `${code} is one that you have used already.`
      case 'replaced':
        return `${code} made way for another one: discounts do not add up.`
      case 'minimum-not-met':
        return `${code} works from ${money(promo.minimum)} on: add goods for ${money(promo.missing)} more.`
    }
  },

  wishListEmpty: 'The wish list is empty',
  wishListEmptyHint: 'Save here what you want to come back to.',
  inWishList: 'On the wish list',
  unwish: 'remove',
  removeWish: (title) => `Remove from the wish list: ${title}`,
  wished: (title) => `On the wish list: ${title}`,
  moved: (title) => `In the cart: ${title}`,
  noLongerSold: 'No longer sold',

  refusals: {
    'cart-empty': 'The cart is empty: add products and come back to check out.',
    'sold-out': 'The shop does not have enough of:',
    'checkout-used': 'This order has been placed already. Look at it in your orders.',
  },
  priceChanged: (before, after) =>
    before
      ? `The price has changed: it was ${before} and is now ${after}. If you agree, press “Place order” again.`
      : `The total is now ${after}. If you agree, press “Place order” again.`,
  shortLine: (title, left) =>
    left === 0
      ? `“${title}” — none left`
      : `“${title}” — ${plural('en', left, { one: 'piece', other: 'pieces' })} left`,
  fitCart: 'Take what is left',

  contactRefused: {
    denied: 'You did not share your number. That is fine: type the name and phone yourself.',
    unsupported: 'Profile data is not available here. Type the name and phone yourself.',
    timeout: 'The profile did not answer. Type the name and phone yourself.',
    outside: 'Profile data is not available here. Type the name and phone yourself.',
    'rate-limited': 'Too many requests to the profile. Type the name and phone yourself.',
    invalid: 'The profile data did not fit. Type the name and phone yourself.',
    unknown: 'The profile data did not come. Type the name and phone yourself.',
  },

  unpaid: 'The payment did not go through',
  unpaidReasons: {
    declined: 'The bank declined the payment. No money was taken: try another card.',
    'authentication-failed': 'The bank’s confirmation failed. No money was taken.',
    cancelled: 'You closed the payment page. No money was taken.',
    expired: 'The time to pay ran out. No money was taken.',
  },
  unpaidHint: 'Your order is saved and can be paid again.',

  ordersEmpty: 'No orders yet',
  order: 'Order no.',
  placedAt: (iso) => new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }),
  refunds: { due: 'Coming back to you:', done: 'Sent back to you:' },
  cancelOrder: 'Cancel the order',
  cancelRefusals: { 'not-cancellable': 'Too late to cancel: the shop has sent the order already.' },
  orderSteps: 'How far the order is',
  stepPlaced: 'Placed',
  stepDone: 'done',
  cancelReasons: {
    buyer: 'Cancelled by you',
    merchant: 'Cancelled by the shop',
    expired: 'Cancelled: not paid in time',
  },
  addressRefused: 'Your profile gave no address: write it yourself.',
  pay: 'Pay',
  reorder: 'Order again',
  gone: (titles) => `No longer sold: ${titles.join(', ')}. The rest is in the cart.`,
  forget: 'Delete my data',
  forgetHint:
    'The shop erases the cart, name, phone and addresses. Of orders it keeps the products and sums; they will not be here any more.',
  forgotten: 'Your data has been deleted.',
  forgetFailed: ({ orders }) => `Not possible before these are paid and received: ${orders.join(', ')}.`,
  orderLink: 'Copy a link to this order',
  orderLinkHint: 'Whoever has the link can see, pay and cancel this order.',
  linkCopied: 'Copied',

  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  nextPicture: 'Next picture',
  previousPicture: 'Previous picture',
  pictureFailed: 'The picture did not come',
}
