import { type EmulatedHost, noInsets } from '../emulated-host.ts'
import { webConfig } from '../vk-config.ts'

/** vk.com on a computer: the app is a frame that may ask for its size. */
export const vkWeb: EmulatedHost = {
  name: 'vk-web',
  network: 'vk',
  letter: 'W',
  platform: 'desktop_web',
  transport: 'frame',
  client: { app: 'vkclient', platform: 'web', version: '0.0' },
  insets: noInsets,
  config: (surroundings) => ({ ...webConfig(surroundings), adaptivity: 'adaptive', is_layer: false }),
  launch: () => ({}),
}
