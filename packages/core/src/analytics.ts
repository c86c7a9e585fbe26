/** What buyers do, told once, and in the words of those who count it. */
export { type Ga4Item, type Ga4Params, ga4Event } from './analytics/ga4-event.ts'
export { type ObserveOptions, observeShop } from './analytics/observe-shop.ts'
export type { EventItem, ShopEvent } from './analytics/shop-event.ts'
export { type VkConversion, vkConversion } from './analytics/vk-conversion.ts'
export { type VkPixelEvent, vkPixelEvent } from './analytics/vk-pixel-event.ts'
