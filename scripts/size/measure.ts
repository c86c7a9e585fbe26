import { bundle, weighBuild } from './bundle.ts'

export interface Size {
  what: string
  /** Gzipped at level 9, each file by itself. */
  bytes: number
  /** None where a figure is only there to be seen. */
  budget?: number
}

const kilobyte = 1000

/** A feed with one card in it: what a partner writes, without the partner's own host. */
const card = `
  import { httpMerchant } from '@vitrina/api'
  import { createShop } from '@vitrina/core'
  import { browser } from '@vitrina/widgets/browser'
  import { defineElements } from '@vitrina/widgets/elements'
  const host = globalThis.networkHost
  const shop = createShop({ ...browser(), host, merchant: httpMerchant({ url: 'https://shop.example', shop: 'lavka', host }) })
  defineElements(shop)
  shop.start()
`

/** Loaded when somebody opens a product, the cart or a checkout, or with the first request. */
const onIntent = /\/(ky\/|page\.tsx$|shop-page\.tsx$|texts\/)/

/** Loaded when somebody leaves the way from the card to the paid order: a test buys and sees that none of it comes. */
const aside = /\/aside\//

/** A buyer reads one language: what is said in the other ones is never fetched. */
const otherLanguages = [/\/texts\/.*\ben\.ts$/, /\/texts\/.*\bru\.ts$/]

/** The budgets of what runs in a buyer's browser, and what it weighs. Nothing is left out: preact, zustand and ky count. */
export async function measureSizes(): Promise<Size[]> {
  const core = await bundle({ entry: everyExport('@vitrina/core'), from: 'packages/api' })
  const api = await bundle({
    entry: everyExport('@vitrina/api'),
    from: 'examples/feed',
    external: ['@vitrina/core'],
  })
  const vk = await bundle({
    entry: everyExport('@vitrina/vk'),
    from: 'examples/vk-shop',
    external: ['@vkontakte/vk-bridge', '@vitrina/core'],
  })
  const abilities = await bundle({
    entry: everyExport('@vitrina/vk/abilities'),
    from: 'examples/vk-shop',
    external: ['@vkontakte/vk-bridge', '@vitrina/core'],
  })
  const oneAbility = await bundle({
    entry: `import { addToFavourites, vkClient } from '@vitrina/vk/abilities'; globalThis.all = [addToFavourites, vkClient]`,
    from: 'examples/vk-shop',
    external: ['@vkontakte/vk-bridge', '@vitrina/core'],
  })
  const web = await bundle({
    entry: everyExport('@vitrina/web'),
    from: 'examples/merchant',
    external: ['@vitrina/core'],
  })
  const feed = await bundle({ entry: card, from: 'examples/feed' })
  // Of the languages the one with the longest texts.
  const inOneLanguage = (...left: RegExp[]) =>
    Math.max(...otherLanguages.map((others) => feed.without(others, ...left)))
  const loader = await bundle({ entry: everyExport('@vitrina/widgets/loader'), from: 'examples/feed' })
  return [
    { what: 'core alone', bytes: core.everything, budget: 8 * kilobyte },
    { what: 'api, beyond core', bytes: api.everything, budget: 8 * kilobyte },
    { what: 'the VK adapter, beyond vk-bridge', bytes: vk.without(aside), budget: 3 * kilobyte },
    { what: 'the VK adapter, with long values', bytes: vk.everything },
    { what: 'one further ability of VK', bytes: oneAbility.everything, budget: 1.6 * kilobyte },
    { what: 'all abilities of VK', bytes: abilities.everything, budget: 3.2 * kilobyte },
    { what: 'the host of a plain page', bytes: web.everything, budget: 2 * kilobyte },
    { what: 'the loader of rendered cards', bytes: loader.everything, budget: 2 * kilobyte },
    { what: 'a card, ready to add', bytes: feed.without(onIntent, aside), budget: 16 * kilobyte },
    { what: 'all that a buyer loads until paid', bytes: inOneLanguage(aside), budget: 40 * kilobyte },
    { what: 'all screens, one language', bytes: inOneLanguage() },
    { what: 'all screens, every language', bytes: feed.everything },
    { what: 'all of it in one file', bytes: await weighBuild('packages/embed') },
  ]
}

/** The sizes as lines for a terminal. */
export function sizeTable(sizes: Size[]): string {
  return sizes
    .map(({ what, bytes, budget }) => {
      const line = `  ${what.padEnd(36)}${inKilobytes(bytes).padStart(9)}`
      if (budget === undefined) return line
      return `${line}  of ${inKilobytes(budget)}${bytes > budget ? '  over!' : ''}`
    })
    .join('\n')
}

/** As it is written for people: `6.4 kB`, a thousand bytes each. */
export function inKilobytes(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} kB`
}

function everyExport(name: string): string {
  return `import * as all from '${name}'; globalThis.all = all`
}
