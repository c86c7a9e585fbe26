import { type EmulatedHost, noInsets } from '../emulated-host.ts'
import { nativeConfig } from '../vk-config.ts'

/** VK for Android: a WebView with `window.AndroidBridge`. */
export const vkAndroid: EmulatedHost = {
  name: 'vk-android',
  network: 'vk',
  letter: 'A',
  platform: 'mobile_android',
  transport: 'android',
  client: { app: 'vkclient', platform: 'android', version: '8.99' },
  screen: { width: 360, height: 720 },
  insets: noInsets,
  config: nativeConfig,
  launch: () => ({}),
}
