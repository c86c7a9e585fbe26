import type { Clock, Network, Storage } from '@vitrina/core'
import { browserStorage } from './browser/browser-storage.ts'
import { createBrowserId } from './browser/create-browser-id.ts'
import { whenWorthAsking } from './browser/when-worth-asking.ts'

/** What a browser gives to `createShop`. */
export interface BrowserSide {
  clock: Clock
  network: Network
  createId: () => string
  random: () => number
  storage: Storage
}

/**
 * The browser's side of core's small ports: time, network, ids, chance, storage.
 *
 * @example
 * const shop = createShop({ ...browser(), host, merchant })
 */
export function browser(): BrowserSide {
  return {
    clock: {
      now: () => Date.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    network: { online: () => navigator.onLine, subscribe: whenWorthAsking },
    createId: createBrowserId,
    random: Math.random,
    storage: browserStorage(),
  }
}
