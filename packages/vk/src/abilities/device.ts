import { nothing, type VkAbility } from './ability.ts'

export const copyText: VkAbility<{ text: string }, void> = {
  method: 'VKWebAppCopyText',
  params: ({ text }) => ({ text }),
  read: nothing,
}

/** With the camera: what a QR code says. */
export const scanCode: VkAbility<void, { text: string }> = {
  method: 'VKWebAppOpenCodeReader',
  asks: true,
  params: () => ({}),
  read: ({ code_data }) => ({ text: String(code_data ?? '') }),
}
