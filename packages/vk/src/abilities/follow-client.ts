import { isRecord } from '../is-record.ts'
import type { VkClient } from './vk-client.ts'

export interface ClientListeners {
  /** The app is asked to show another place while it runs: `product/mug`. */
  deepLink?(place: string): void
  /** The app is put away: nothing that it asks is answered now. */
  hide?(): void
  /** It is back, after minutes perhaps, over what it was: what it shows may be old. */
  restore?(): void
}

/** Hears what a client tells while the app runs. Odnoklassniki tells nothing. */
export function followClient(client: VkClient, listeners: ClientListeners): void {
  client.subscribe((type, data) => {
    switch (type) {
      case 'VKWebAppViewHide':
        return listeners.hide?.()
      case 'VKWebAppViewRestore':
        return listeners.restore?.()
      case 'VKWebAppChangeFragment':
      case 'VKWebAppLocationChanged':
        if (isRecord(data) && typeof data.location === 'string')
          listeners.deepLink?.(data.location.replace(/^[#/]+/, ''))
    }
  })
}
