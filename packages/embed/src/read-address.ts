import { fail, ok, type Result } from '@vitrina/core'

/** What the script's own address says. */
export interface EmbedAddress {
  shop: string
  /** Where the shop's server is; where the script came from when left out. */
  server: string
  /** Where on the page's own server a signed launch is to be had; without it buyers are guests. */
  launch?: string
  locale?: string
  scheme?: 'light' | 'dark'
}

const known = ['shop', 'server', 'launch', 'lang', 'scheme']

/**
 * Reads `https://shop.example/vitrina.js?shop=lavka`. The failure is a sentence for the one who wrote the address.
 * `page` is the address of the page.
 */
export function readAddress(script: string, page: string): Result<EmbedAddress, string> {
  const { origin, searchParams } = new URL(script)
  const unknown = [...searchParams.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) return fail(`"${unknown}" is not known there: ${known.join(', ')} are.`)
  const shop = searchParams.get('shop')
  if (!shop) return fail('it does not say which shop: add ?shop= and the id of yours.')
  const server = searchParams.get('server') ?? origin
  if (!/^https?:\/\//.test(server) || !URL.canParse(server)) {
    return fail(`"server" is a web address like https://shop.example, not "${server}".`)
  }
  const launch = searchParams.get('launch')
  // Whoever gives launches says who the buyer is: only the page's own server may.
  if (
    launch !== null &&
    (!URL.canParse(launch, page) || new URL(launch, page).origin !== new URL(page).origin)
  ) {
    return fail(`"launch" is a path on this page's own server, not "${launch}".`)
  }
  const locale = searchParams.get('lang')
  const scheme = searchParams.get('scheme')
  if (scheme !== null && scheme !== 'light' && scheme !== 'dark') {
    return fail(`"scheme" is light or dark, not "${scheme}".`)
  }
  return ok({
    shop,
    server: server.replace(/\/+$/, ''),
    ...(launch !== null && { launch }),
    ...(locale && { locale }),
    ...(scheme && { scheme }),
  })
}
