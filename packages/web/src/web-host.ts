import {
  type Ability,
  fail,
  type Host,
  type HostFailure,
  type Launch,
  ok,
  type Result,
  type Storage,
} from '@vitrina/core'
import { createGuestSecret } from './guest-secret.ts'
import { type MatchMedia, pageAppearance } from './page-appearance.ts'

export interface WebHostOptions {
  /**
   * Gives what the page's own server has signed with `signPageLaunch`: asked at the start, and again when a session
   * has to be opened anew, so it should fetch rather than remember. Left out, or null: the buyer is a guest.
   */
  launch?: () => string | null | Promise<string | null>
  /** A hint about the user whom `launch` vouches for. */
  user?: Launch['user']
  /** Where a guest is remembered; `browser().storage`. Without it a guest lasts as long as the page. */
  storage?: Storage
  /** BCP 47. The page's own `lang` when left out, else the browser's. */
  locale?: string
  /** The page with a `<vitrina-shop>` that links to orders lead to; this one when left out. */
  orderPage?: string
  /** For a page that is always light, or always dark; the browser's preference when left out. */
  scheme?: 'light' | 'dark'
  window?: PageWindow
}

/** What is used of a page. */
export interface PageWindow {
  location: { hash: string; href: string }
  document: { documentElement: { lang: string } }
  navigator: { language: string }
  crypto: Pick<Crypto, 'getRandomValues'>
  matchMedia: MatchMedia
  open(url: string, target: string): Window | null
}

/**
 * A plain page as a Host: a blog, a news site, any feed. What to show first may stand in the address:
 * `https://blog.example/post#vitrina=product/mug`.
 *
 * @example
 * const { storage, ...rest } = browser()
 * const shop = createShop({ ...rest, storage, host: webHost({ storage }), merchant })
 */
export function webHost(options: WebHostOptions = {}): Host {
  const { storage, user, window = globalThis.window } = options
  const appearance = pageAppearance(window.matchMedia.bind(window), options.scheme)
  const guestSecret = createGuestSecret(storage, window.crypto)
  const abilities: Ability[] = storage ? ['storage'] : []

  return {
    name: 'web',
    appearance,
    ...(storage && { storage }),
    async launch() {
      const proof = await proofOf(options.launch, guestSecret)
      if (!proof.ok) return proof
      const address = new URLSearchParams(window.location.hash.slice(1))
      const deepLink = address.get('vitrina')
      const orderLink = address.get('order-link')
      return ok({
        proof: { ...proof.value, ...(orderLink && { orderLink: orderLink.slice(0, 200) }) },
        ...(user && { user }),
        locale: options.locale ?? (window.document.documentElement.lang || window.navigator.language),
        ...(deepLink && { deepLink }),
        abilities,
      })
    },
    // Behind the `#`: no server of the page gets to see it.
    orderUrl({ orderId, text }) {
      const page = options.orderPage ?? window.location.href.replace(/#.*/, '')
      return `${page}#vitrina=order/${orderId}&order-link=${text}`
    },
    async openLink(url) {
      if (!/^https?:\/\//i.test(url)) return fail({ code: 'invalid', reason: 'Not a web address.' })
      // `noopener` would not tell a blocked window from an open one: both are null then.
      const page = window.open('', '_blank')
      if (page === null) return fail({ code: 'denied' })
      page.opener = null
      page.location.href = url
      return ok(undefined)
    },
  }
}

async function proofOf(
  launch: WebHostOptions['launch'],
  secret: ReturnType<typeof createGuestSecret>,
): Promise<Result<Launch['proof'], HostFailure>> {
  try {
    const value = launch ? await launch() : null
    if (value === null) return ok({ scheme: 'guest', value: await secret.get() })
    // Who was a guest of this browser brings along what is in the guest's cart.
    const guest = await secret.find()
    const proof = { scheme: 'page', value, ...(guest && { guest: { scheme: 'guest', value: guest } }) }
    return value ? ok(proof) : fail({ code: 'denied' })
  } catch (error) {
    // The page's own function: whatever it throws is its server's silence.
    return fail({ code: 'unknown', reason: String(error) })
  }
}
