import { majorUnits } from './major-units.ts'
import type { ShopEvent } from './shop-event.ts'

/** Product events of VK's pixel; it has none for a list seen in passing, a choice or a delivery. */
const names: Record<ShopEvent['name'], string | undefined> = {
  'view-list': undefined,
  select: undefined,
  view: 'view_product',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  'begin-checkout': 'init_checkout',
  'add-shipping': undefined,
  'add-payment': 'add_payment_info',
  purchase: 'purchase',
}

/** What the bridge takes for VK’s pixel, beside the pixel’s code and the price list’s id. */
export interface VkPixelEvent {
  products_event: string
  /** JSON. The ids are those of the feed, as VK demands. */
  products_params: string
}

/** An event for VK's pixel, or undefined when VK does not count such. */
export function vkPixelEvent(event: ShopEvent): VkPixelEvent | undefined {
  const name = event.name === 'view-list' ? listName(event) : names[event.name]
  if (!name) return undefined
  const items = 'items' in event ? event.items : [event.item]
  const params = {
    products: items.map(({ variantId, price }) => ({ id: variantId, price: majorUnits(price) })),
    ...('categoryId' in event && event.categoryId && { category_ids: event.categoryId }),
    ...('value' in event && { total_price: majorUnits(event.value) }),
  }
  return { products_event: name, products_params: JSON.stringify(params) }
}

function listName({ search, categoryId, sellerId }: Extract<ShopEvent, { name: 'view-list' }>): string {
  if (search) return 'view_search'
  if (categoryId) return 'view_category'
  return sellerId ? 'view_other' : 'view_home'
}
