import type { Insets } from '../hosts/emulated-host.ts'
import { findHost } from '../hosts/find-host.ts'
import type { Setup } from './setup.ts'

/** CSS pixels that an open keyboard takes. */
export const keyboardHeight = 260

/** Whether the keyboard lies over the app, which is told of it, or the window of the app gets smaller. */
export function keyboardCovers({ host }: Pick<Setup, 'host'>): boolean {
  return findHost(host).transport !== 'frame'
}

/**
 * What lies over the app. The panel's insets replace those of the device; an open keyboard is counted in at the bottom.
 * https://dev.vk.com/bridge/VKWebAppUpdateConfig
 */
export function insetsOf(setup: Pick<Setup, 'host' | 'insets' | 'keyboard'>): Insets {
  const insets = readInsets(setup.insets) ?? findHost(setup.host).insets
  return setup.keyboard && keyboardCovers(setup) ? { ...insets, bottom: keyboardHeight } : insets
}

/** `top,right,bottom,left`, as in CSS; undefined when it is nothing of the kind. */
export function readInsets(text: string): Insets | undefined {
  if (!/^\d{1,3}(,\d{1,3}){3}$/.test(text)) return undefined
  const [top = 0, right = 0, bottom = 0, left = 0] = text.split(',').map(Number)
  return { top, right, bottom, left }
}
