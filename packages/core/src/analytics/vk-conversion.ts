import { majorUnits } from './major-units.ts'
import type { ShopEvent } from './shop-event.ts'

/** The steps of a purchase that VK counts as conversions of an advertisement. */
const names: Partial<Record<ShopEvent['name'], string>> = {
  add: 'add_to_cart',
  'begin-checkout': 'initiate_checkout',
  'add-payment': 'add_payment_info',
  purchase: 'purchase',
}

/** What `conversion` of `@vitrina/vk/abilities` takes, beside the code of the advertisement. */
export interface VkConversion {
  event: string
  /** In major units: 1290.5. */
  value: number
}

/** An event as a conversion of VK's, or undefined when it is not a step to a purchase. */
export function vkConversion(shopEvent: ShopEvent): VkConversion | undefined {
  const event = names[shopEvent.name]
  if (!event) return undefined
  const value =
    'value' in shopEvent
      ? majorUnits(shopEvent.value)
      : 'item' in shopEvent
        ? majorUnits(shopEvent.item.price) * shopEvent.item.quantity
        : 0
  return { event, value }
}
