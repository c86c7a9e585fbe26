import type { EmulatedHost } from '../emulated-host.ts'
import { nativeConfig } from '../vk-config.ts'

/** CSS pixels at the bottom of the window that the phone draws its own line over. */
const homeIndicator = 20

/** VK for iPhone: a WebView with `webkit.messageHandlers`. */
export const vkIos: EmulatedHost = {
  name: 'vk-ios',
  network: 'vk',
  letter: 'I',
  platform: 'mobile_iphone',
  transport: 'ios',
  client: { app: 'vkclient', platform: 'ios', version: '8.99' },
  screen: { width: 375, height: 760 },
  insets: { top: 0, right: 0, bottom: homeIndicator, left: 0 },
  config: nativeConfig,
  launch: () => ({}),
}
