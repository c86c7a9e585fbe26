export type { VkBridge, VkBridgeEvent } from './bridge.ts'
export type { VkHostOptions, VkHostWindow } from './vk-host.ts'
export { vkHost } from './vk-host.ts'
