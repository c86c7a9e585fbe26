import { nothing, type VkAbility } from './ability.ts'

/** Sends a link to somebody. Without one it is that of the app, at the place where it is. Only after moderation. */
export const shareLink: VkAbility<{ link?: string }, void> = {
  method: 'VKWebAppShare',
  asks: true,
  params: ({ link }) => ({ ...(link && { link }) }),
  read: nothing,
}

/** Puts a post on the user's wall; answers with its id. */
export const postOnWall: VkAbility<{ message: string; link?: string }, { postId: string }> = {
  method: 'VKWebAppShowWallPostBox',
  asks: true,
  params: ({ message, link }) => ({ message, ...(link && { attachments: link }) }),
  read: ({ post_id }) => ({ postId: String(post_id ?? '') }),
}

/** A story over a picture, with a button that leads somewhere. Not on an iPad. */
export const showStory: VkAbility<{ picture: string; link: string; text?: StoryText }, void> = {
  method: 'VKWebAppShowStoryBox',
  asks: true,
  params: ({ picture, link, text = 'to_store' }) => ({
    background_type: 'image',
    url: picture,
    attachment: { type: 'url', text, url: link },
  }),
  read: nothing,
}

/** The words that VK has for such a button. */
export type StoryText = 'to_store' | 'order' | 'buy' | 'book' | 'open' | 'go_to'
