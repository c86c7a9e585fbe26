import type { AsideTexts } from './aside-texts.ts'

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

  ordersEmpty: 'No orders yet',
  order: 'Order no.',
  placedAt: (iso) => new Date(iso).toLocaleString('en', { dateStyle: 'long', timeStyle: 'short' }),
  cancelOrder: 'Cancel the order',
  pay: 'Pay',
  reorder: 'Order again',
  gone: (titles) => `No longer sold: ${titles.join(', ')}. The rest is in the cart.`,
  orderLink: 'Copy a link to this order',
  orderLinkHint: 'Whoever has the link can see, pay and cancel this order.',
  linkCopied: 'Copied',
}
