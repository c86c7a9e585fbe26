import type { NativeProxy } from './native/native-proxy.ts'

/** A network with one mini app. */
export interface EmulatorOptions {
  /** The mini app's address, as it would be entered in VK's settings. */
  app: string
  /** The app's secure key; it never leaves the server. */
  secret: string
  appId?: string
  /** The address of the network's own feed page. Without it there is only the app. */
  feed?: string
  /** Where the app is served with the bridge of a phone's client in it, and on a slow line: of `startNativeProxy`. */
  native?: Pick<NativeProxy, 'origin' | 'setSpeed'>
  /** The folder of the built page. */
  page?: string
  /** Milliseconds since 1970. */
  now?: () => number
}

/** The app id when none is given. */
export const defaultAppId = '7770000'
