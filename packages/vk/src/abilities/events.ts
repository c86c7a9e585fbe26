import { nothing, type VkAbility } from './ability.ts'

/** What `toVkPixelEvent` of `@vitrina/core/analytics` makes, for VK's retargeting. */
export const pixel: VkAbility<{ pixel_code: string }, void> = {
  method: 'VKWebAppRetargetingPixel',
  params: (event) => event,
  read: nothing,
}

/** `value` in major units: roubles. */
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
