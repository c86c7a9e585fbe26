import { type EmulatedHost, noInsets } from '../emulated-host.ts'
import { okLaunch } from '../ok-launch.ts'

/** ok.ru on a computer. It tells nothing about colours or insets. */
export const okWeb: EmulatedHost = {
  name: 'ok-web',
  network: 'ok',
  letter: 'W',
  platform: 'desktop_web_ok',
  transport: 'frame',
  client: { app: 'ok', platform: 'web-ok', version: '0.0' },
  insets: noInsets,
  launch: okLaunch,
}
