import { majorUnits } from './major-units.ts'
import type { EventItem, ShopEvent } from './shop-event.ts'

/** Names of Google Analytics 4 for each event. Source: developers.google.com/analytics/devguides/collection/ga4/ecommerce. */
const names = {
  'view-list': 'view_item_list',
  select: 'select_item',
  view: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  'begin-checkout': 'begin_checkout',
  'add-shipping': 'add_shipping_info',
  'add-payment': 'add_payment_info',
  purchase: 'purchase',
} as const satisfies Record<ShopEvent['name'], string>

export interface Ga4Params {
  currency?: string
  /** In major units: 1290.5. */
  value?: number
  items: Ga4Item[]
  search_term?: string
  shipping_tier?: string
  payment_type?: string
  transaction_id?: string
  shipping?: number
}

export interface Ga4Item {
  item_id: string
  item_name: string
  item_variant?: string
  item_category?: string
  price: number
  quantity: number
}

/** An event as `gtag('event', ...ga4Event(event))` takes it. */
export function ga4Event(event: ShopEvent): [name: (typeof names)[ShopEvent['name']], params: Ga4Params] {
  const items = 'items' in event ? event.items : [event.item]
  return [names[event.name], { ...worthOf(event, items), items: items.map(ga4Item), ...extrasOf(event) }]
}

function worthOf(event: ShopEvent, [first]: readonly EventItem[]): Pick<Ga4Params, 'currency' | 'value'> {
  if (event.name === 'view-list') return first ? { currency: first.price.currency } : {}
  const [currency, value] =
    'value' in event
      ? [event.value.currency, majorUnits(event.value)]
      : [event.item.price.currency, majorUnits(event.item.price) * event.item.quantity]
  return { currency, value }
}

function extrasOf(event: ShopEvent): Partial<Ga4Params> {
  switch (event.name) {
    case 'view-list':
      return event.search ? { search_term: event.search } : {}
    case 'add-shipping':
      return { shipping_tier: event.optionId }
    case 'add-payment':
      return { payment_type: event.method }
    case 'purchase':
      return { transaction_id: event.order.number, shipping: majorUnits(event.order.deliveryPrice) }
    default:
      return {}
  }
}

function ga4Item({ variantId, title, variant, categoryId, price, quantity }: EventItem): Ga4Item {
  return {
    item_id: variantId,
    item_name: title,
    ...(variant && { item_variant: variant }),
    ...(categoryId && { item_category: categoryId }),
    price: majorUnits(price),
    quantity,
  }
}
