import { nothing, type VkAbility } from './ability.ts'

/** Among the user's favourite apps. Only after moderation; not in Odnoklassniki. */
export const addToFavourites: VkAbility<void, void> = {
  method: 'VKWebAppAddToFavorites',
  asks: true,
  params: () => ({}),
  read: nothing,
}

/** An icon on the phone's home screen. */
export const addToHomeScreen: VkAbility<void, void> = {
  method: 'VKWebAppAddToHomeScreen',
  asks: true,
  params: () => ({}),
  read: nothing,
}

/** Into a community that the user administers; answers with its id. */
export const addToCommunity: VkAbility<void, { groupId: string }> = {
  method: 'VKWebAppAddToCommunity',
  asks: true,
  params: () => ({}),
  // A number by the types of the bridge, a text by its documentation.
  read: ({ group_id }) => ({ groupId: String(group_id ?? '') }),
}
