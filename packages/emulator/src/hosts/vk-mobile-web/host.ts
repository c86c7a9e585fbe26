import { type EmulatedHost, noInsets } from '../emulated-host.ts'
import { webConfig } from '../vk-config.ts'

/** m.vk.com: a frame in the browser of a phone. On iOS apps that are not moderated yet open here. */
export const vkMobileWeb: EmulatedHost = {
  name: 'vk-mobile-web',
  network: 'vk',
  letter: 'M',
  platform: 'mobile_web',
  transport: 'frame',
  client: { app: 'vkclient', platform: 'mobile-web', version: '0.0' },
  screen: { width: 375, height: 667 },
  insets: noInsets,
  config: (surroundings) => ({ ...webConfig(surroundings), adaptivity: 'force_mobile' }),
  launch: () => ({}),
}
