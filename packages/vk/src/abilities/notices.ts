import { nothing, type VkAbility } from './ability.ts'

/**
 * Lets the app tell the user something. VK forbids to ask on the first launch, unasked for: ask when the user wants to know
 * of something, an order for example. Only after moderation.
 */
export const allowNotifications: VkAbility<void, void> = {
  method: 'VKWebAppAllowNotifications',
  asks: true,
  params: () => ({}),
  read: nothing,
}

export const denyNotifications: VkAbility<void, void> = {
  method: 'VKWebAppDenyNotifications',
  params: () => ({}),
  read: nothing,
}

/** Lets a community write to the user. Only after moderation. */
export const allowMessages: VkAbility<{ groupId: string; key?: string }, void> = {
  method: 'VKWebAppAllowMessagesFromGroup',
  asks: true,
  params: ({ groupId, key }) => ({ group_id: Number(groupId), ...(key && { key }) }),
  read: nothing,
}
