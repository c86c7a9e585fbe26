/** The letters of VK's compatibility tables: Android, iOS, mobile web, web. */
export type Letter = 'A' | 'I' | 'M' | 'W'

export const hostNames = ['vk-ios', 'vk-android', 'vk-mobile-web', 'vk-web', 'ok-web', 'ok-mobile'] as const
export type HostName = (typeof hostNames)[number]

/** CSS pixels. */
export interface Insets {
  top: number
  right: number
  bottom: number
  left: number
}

/** What the app is told about. */
export interface Surroundings {
  appId: string
  scheme: 'light' | 'dark'
  width: number
  height: number
  insets: Insets
}

/** What the host says of itself: a client of its own, or a page. */
export type HostConfig =
  | { app: 'vkclient'; app_id: string; appearance: Scheme; scheme: Colours; insets: Insets }
  | {
      app_id: string
      appearance: Scheme
      scheme: Colours
      viewport_width: number
      viewport_height: number
      api_host: string
      adaptivity: 'adaptive' | 'force_mobile'
      is_layer?: boolean
    }

type Scheme = Surroundings['scheme']
type Colours = 'space_gray' | 'bright_light' | 'vkcom_dark' | 'vkcom_light'

/** Who opens the app, as the launch parameters need it. */
export interface LaunchedUser {
  id: number
  okId: number
}

/**
 * A place that a mini app runs in, as far as it differs from the others: a folder each. What a method does is in
 * `network/methods`; which of them work here follows from `network` and `letter`.
 */
export interface EmulatedHost {
  name: HostName
  network: 'vk' | 'ok'
  letter: Letter
  /** The launch parameter `vk_platform`. */
  platform: string
  /** How the bridge of the app is reached: by messages to the parent, or by what a WebView injects. */
  transport: 'frame' | 'android' | 'ios'
  /** What `VKWebAppGetClientVersion` answers. */
  client: { app: string; platform: string; version: string }
  /** The window of the app in CSS pixels; without it, as large as there is room. */
  screen?: { width: number; height: number }
  /** What the device draws over the window of the app. */
  insets: Insets
  /** The body of `VKWebAppUpdateConfig`. Without it the host never tells. */
  config?(surroundings: Surroundings): HostConfig
  /** Launch parameters beyond the ones that all hosts give. */
  launch(user: LaunchedUser): Record<string, string>
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }
