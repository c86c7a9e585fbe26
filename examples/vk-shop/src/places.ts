import { followClient, showDeepLink, swipeBack, type VkClient } from '@vitrina/vk/abilities'
import type { Screen } from './offers.ts'

/** The place of a screen as a link has it; empty for the list of products. */
export function deepLinkOf({ name, id }: Screen): string {
  if (name === 'products') return ''
  return id ? `${name}/${encodeURIComponent(id)}` : name
}

/**
 * Keeps the network's address and the shop at one place, whichever of them moves. `asked` is the place in the link that
 * opened the app.
 */
export function keepPlaces(
  client: VkClient,
  asked: string,
  open: (deepLink: string) => void,
): (screen: Screen) => void {
  let place: string | undefined
  /** What the network's address may say: the place that it is known to have, and those sent to it since. */
  let told = [asked]
  void client.use(swipeBack, { throughHistory: true })
  followClient(client, {
    deepLink(found) {
      // A phone says it again whenever the app comes back; that leads nobody away from where they are.
      if (told.includes(found)) return
      told = [found]
      if (found !== place) open(found)
    },
    // A phone that kept the page does not tell the page itself: to what asks anew then, it is back from a cache.
    restore: () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  })
  return (screen) => {
    const before = place
    const now = deepLinkOf(screen)
    place = now
    // The first screen is where the link has led; a checkout is no place to come back to.
    if (before === undefined || before === now || screen.name === 'checkout') return
    told = [...told, now]
    void client.use(showDeepLink, { deepLink: now, replace: true }).then(({ ok }) => {
      if (ok) told = told.slice(told.lastIndexOf(now))
    })
  }
}
