import { type EmulatedHost, noInsets } from '../emulated-host.ts'
import { okLaunch } from '../ok-launch.ts'

/** m.ok.ru: a frame in the browser of a phone. */
export const okMobile: EmulatedHost = {
  name: 'ok-mobile',
  network: 'ok',
  letter: 'M',
  platform: 'mobile_web_ok',
  transport: 'frame',
  client: { app: 'ok', platform: 'mobile-web-ok', version: '0.0' },
  screen: { width: 375, height: 667 },
  insets: noInsets,
  launch: okLaunch,
}
