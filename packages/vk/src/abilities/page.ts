import { nothing, type VkAbility } from './ability.ts'

/** CSS pixels: 600 to 1 000 wide, 500 to 10 000 high. */
export const resize: VkAbility<{ width: number; height?: number }, void> = {
  method: 'VKWebAppResizeWindow',
  params: (size) => size,
  read: nothing,
}

/** Where the network's page scrolls rather than the app: to CSS pixels from its top. */
export const scrollTo: VkAbility<{ top: number }, void> = {
  method: 'VKWebAppScroll',
  params: ({ top }) => ({ top }),
  read: nothing,
}

/** Whether a swipe from the edge goes back through the app's own history rather than out of it. */
export const swipeBack: VkAbility<{ throughHistory: boolean }, void> = {
  method: 'VKWebAppSetSwipeSettings',
  params: ({ throughHistory }) => ({ history: throughHistory }),
  read: nothing,
}

/** Writes the place in the app into the network's own address: `product/mug`. */
export const showDeepLink: VkAbility<{ deepLink: string; replace?: boolean }, void> = {
  method: 'VKWebAppSetLocation',
  params: ({ deepLink, replace = false }) => ({ location: deepLink, replace_state: replace }),
  read: nothing,
}
