import { cardTexts } from './card-texts.ts'
import { plural } from './plural.ts'
import type { Texts } from './texts.ts'

const failed: Texts['failed'] = {
  offline: 'No connection. Check the internet and try again.',
  timeout: 'The shop did not answer in time. Try again a little later.',
  unavailable: 'The shop is not answering now. Try again in a minute.',
  'rate-limited': 'Too many requests in a row. Wait a minute and try again.',
  unauthorized: 'Your sign-in was not confirmed. Close the page and open it again.',
  'not-found': 'The shop does not have this any more.',
  invalid: 'The shop did not accept the data. Check that everything is filled in correctly.',
  unknown: 'Something went wrong. Try again.',
}

/** Everything that screens say in English. */
export const en: Texts = {
  ...cardTexts.en,
  language: 'en',

  back: 'Back',
  close: 'Close',
  opening: 'Loading…',
  products: 'Products',
  product: 'Product',
  failed,

  pictures: 'Pictures of the product',
  picture: (index, count) => `Picture ${index} of ${count}`,
  enlarge: 'Enlarge',
  availability: { 'in-stock': 'In stock', 'few-left': 'Few left', 'sold-out': 'Sold out' },
  noSuchVariant: 'There is no such combination',
  unavailable: 'sold out',
  description: 'Description',
  attributes: 'Details',
  terms: 'Delivery, payment and returns',

  remove: 'Remove',
  removed: 'Removed',
  undo: 'Undo',
  increase: (title) => `More: ${title}`,
  decrease: (title) => `Less: ${title}`,
  quantity: (count) => `Quantity: ${count}`,
  subtotal: 'Products',
  promoCode: 'Promo code',
  discount: 'Discount',
  vat: 'Including VAT',
  estimate: 'An estimate: the shop is still confirming it',
  cartEmpty: 'The cart is empty',
  cartEmptyHint: 'Add something and it will appear here.',
  toProducts: 'To the products',
  checkout: 'Check out',
  buyNow: 'Buy now',
  belowMinimum: (minimum, missing) => `Orders start at ${minimum}: add goods for ${missing} more.`,
  cartOffline: 'No connection. The cart is kept and will be sent when you are back online.',
  cartFailed: 'The cart has not reached the shop yet.',

  checkoutTitle: 'Checkout',
  contact: 'Recipient',
  contactFromHost: 'Fill in from my profile',
  name: 'Name',
  phone: 'Phone',
  delivery: 'Delivery',
  deliveryLoading: 'Looking up delivery…',
  days: (min, max) =>
    min === max
      ? plural('en', max, { one: 'day', other: 'days' })
      : `${min}–${plural('en', max, { one: 'day', other: 'days' })}`,
  free: 'free',
  address: 'Address',
  addressHint: 'City, street, house, flat',
  payment: 'Payment',
  paymentMethods: { cash: 'On delivery', card: 'By card online' },
  paymentHints: { cash: 'In cash or by card when you get the order', card: 'On the bank’s secure page' },
  consent: 'I agree to the processing of my personal data to fulfil the order',
  summary: 'Your order',
  total: 'Total',
  counting: 'Counting the total…',
  deliveryLater: 'once chosen',
  placeOrder: 'Place order',
  problems: {
    name: { required: 'Write the name of the recipient', 'too-long': 'Shorten the name: it is too long' },
    phone: { required: 'Write a phone number', invalid: 'Check the number: for example, +7 916 123-45-67' },
    delivery: { required: 'Choose how to get the order' },
    address: { required: 'Write where to deliver', 'too-long': 'Shorten the address: it is too long' },
    payment: { required: 'Choose how to pay' },
    consent: { required: 'Without your consent we cannot pass the order to the shop' },
  },
  checkoutFailed: (failure, money) => {
    switch (failure.code) {
      case 'cart-empty':
        return 'The cart is empty: add products and come back to check out.'
      case 'price-changed':
        return failure.before
          ? `The price has changed: it was ${money(failure.before)} and is now ${money(failure.after)}. If you agree, press “Place order” again.`
          : `The total is now ${money(failure.after)}. If you agree, press “Place order” again.`
      case 'minimum-not-met':
        return en.belowMinimum(money(failure.minimum), money(failure.missing))
      case 'sold-out':
        return 'The shop does not have enough of:'
      case 'checkout-used':
        return 'This order has been placed already. Look at it in your orders.'
      default:
        return failed[failure.code]
    }
  },
  countAgain: 'Count again',

  placing: 'Placing your order',
  placingHint: 'This takes a few seconds.',
  checking: 'We are checking your order',
  checkingHint: 'The shop’s answer has not come yet. Nothing to do: there will be no second order.',
  checkNow: 'Check now',
  paying: 'One step left: payment',
  payingHint: 'The payment opens on the bank’s page. Your order is saved and will not get lost.',
  openPayment: 'Go to payment',
  iPaid: 'I paid, check',
  payAgain: 'Pay again',
  payLater: 'Pay later',
  startPaymentFailed: {
    ...failed,
    'already-paid': 'This order has been paid already.',
    'not-payable': 'This order can no longer be paid.',
  },
  placed: 'Order placed',
  placedHints: {
    cash: 'The shop has your order. Pay for it on delivery.',
    card: 'The shop has your order and the payment.',
  },
  unfinished: 'There is an unfinished order',
  goOn: 'Go on',
  done: 'Done',

  orders: 'Orders',
  wishList: 'Wish list',
  wish: 'Save for later',
  seller: 'Seller',
  orderNumber: 'Order number',
  orderStates: {
    'awaiting-payment': 'Awaiting payment',
    confirmed: 'Accepted by the shop',
    shipped: 'On its way',
    delivered: 'Delivered',
    cancelled: 'Cancelled',
  },
  paid: 'Paid',
}
