import { followClient, showDeepLink, swipeBack, type VkClient } from '@vitrina/vk/abilities'
import type { Screen } from './offers.ts'

/** The place of a screen as a link has it; empty for the list of products. */
export function deepLinkOf({ name, id }: Screen): string {
  if (name === 'products') return ''
  return id ? `${name}/${encodeURIComponent(id)}` : name
}

/** Keeps the network's address and the shop at one place, whichever of them moves. */
export function keepPlaces(client: VkClient, open: (deepLink: string) => void): (screen: Screen) => void {
  let place: string | undefined
  void client.use(swipeBack, { throughHistory: true })
  followClient(client, {
    deepLink(asked) {
      if (asked === place) return
      place = asked
      open(asked)
    },
  })
  return (screen) => {
    const before = place
    place = deepLinkOf(screen)
    // The first screen is where the link has led; a checkout is no place to come back to.
    if (before === undefined || before === place || screen.name === 'checkout') return
    void client.use(showDeepLink, { deepLink: place, replace: true })
  }
}
