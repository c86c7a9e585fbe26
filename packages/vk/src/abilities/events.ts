import { nothing, type VkAbility } from './ability.ts'

export interface PixelHit {
  /** `VK-RTRG-…`. */
  pixel_code: string
  /** A name of one's own, for what is no product. */
  event?: string
  target_group_id?: number
  price_list_id?: number
  products_event?: string
  /** JSON. */
  products_params?: string
}

/** VK's retargeting: what `vkPixelEvent` of `@vitrina/core/analytics` makes, with the pixel's code. */
export const pixel: VkAbility<PixelHit, void> = {
  method: 'VKWebAppRetargetingPixel',
  params: (hit) => hit,
  read: nothing,
}

/** What `vkConversion` of `@vitrina/core/analytics` makes. `value` in major units: roubles. */
export const conversion: VkAbility<{ code: string; event: string; value: number }, void> = {
  method: 'VKWebAppConversionHit',
  params: ({ code, event, value }) => ({
    pixel_code: code,
    conversion_event: event,
    conversion_value: value,
  }),
  read: nothing,
}

export const trackEvent: VkAbility<{ name: string; params?: object }, void> = {
  method: 'VKWebAppTrackEvent',
  params: ({ name, params }) => ({ event_name: name, ...(params && { event_params: params }) }),
  read: nothing,
}
