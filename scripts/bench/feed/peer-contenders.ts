/** Other shops' widgets and carts, each as its own documentation tells people to use it. */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Product } from '../../../packages/core/src/index.ts'
import { commerceLayerApi } from './apis/commerce-layer.ts'
import type { Document } from './apis/graphql.ts'
import { mostCartLines, storefrontApi } from './apis/storefront.ts'
import type { Contender } from './contenders.ts'
import { installPeers, peersFolder } from './install-peers.ts'
import { picturePath } from './page-html.ts'

const peer = {
  role: 'peer' as const,
  jsx: 'react' as const,
  slot: ({ id }: Product) => `<div class="slot" data-product="${id}"></div>`,
  head: '<link rel="stylesheet" href="/floor.css">',
  header: '',
  files: {},
}

/** Their pages, in the order of the table. */
export const peerPages = ['drop-in', 'buy-button', 'hydrogen', 'vkui']

/** The peers, or none when they cannot be installed, which is said. */
export async function peerContenders(say: (line: string) => void): Promise<Contender[]> {
  const problem = await installPeers(say)
  if (problem) {
    say(`Other shops’ widgets cannot be installed, and are not measured. ${problem}`)
    return []
  }
  const { parse }: { parse(query: string): Document } = createRequire(`${peersFolder}/package.json`)(
    'graphql',
  )
  const storefront = (host: string): NonNullable<Contender['api']> => ({
    host,
    create: (products, site) => storefrontApi(products, site, parse),
  })
  return [await dropIn(), buyButton(storefront), hydrogen(storefront), vkui()]
}

async function dropIn(): Promise<Contender> {
  const folder = `${peersFolder}/node_modules/@commercelayer/drop-in.js/dist/drop-in`
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))
  const files = await Promise.all(
    names.map(async (name) => [`/drop-in/${name}`, await readFile(`${folder}/${name}`, 'utf8')] as const),
  )
  const config = JSON.stringify({ clientId: 'bench', scope: 'market:code:bench' })
  return {
    ...peer,
    name: 'Commerce Layer drop-in 2.27',
    page: 'drop-in',
    entry: `${peersFolder}/drop-in.js`,
    slot: ({ id, title }) =>
      `<div class="slot"><div class="card"><img alt="" loading="lazy" src="${picturePath}"><h3>${title}</h3>` +
      `<cl-price code="${id}"><cl-price-amount type="price"></cl-price-amount></cl-price>` +
      `<cl-add-to-cart code="${id}">В корзину</cl-add-to-cart></div></div>`,
    head:
      `${peer.head}<link rel="stylesheet" href="/drop-in/drop-in.css">` +
      `<script>window.commercelayerConfig = ${config}</script>` +
      '<script type="module" src="/drop-in/drop-in.esm.js"></script>',
    header: '<cl-cart-link><cl-cart-count></cl-cart-count></cl-cart-link>',
    files: Object.fromEntries(files),
    finds: {
      card: 'cl-price-amount',
      button: 'cl-add-to-cart[role="button"]:not([aria-disabled])',
      count: 'cl-cart-count',
      opener: 'cl-cart-link a',
    },
    api: { host: 'commercelayer.io', create: commerceLayerApi },
    without: { 'cart opened': 'its cart is a page of its vendor’s, which is not in the package' },
  }
}

const buyButton = (storefront: (host: string) => Contender['api']): Contender => ({
  ...peer,
  name: 'Buy Button 3.0.6',
  page: 'buy-button',
  entry: `${peersFolder}/buy-button.js`,
  slot: ({ id }) => `<i data-product="${id}" hidden></i>`,
  finds: {
    card: '.shopify-buy-frame--productSet iframe >>> .shopify-buy__product__actual-price',
    button:
      '.shopify-buy-frame--productSet iframe >>> .shopify-buy__product .shopify-buy__btn:not(:disabled)',
    count: '.shopify-buy-frame--toggle iframe >>> .shopify-buy__cart-toggle__count',
    opener: '.shopify-buy-frame--toggle iframe >>> .shopify-buy__cart-toggle',
    line: '.shopify-buy-cart-wrapper.is-active iframe >>> .shopify-buy__cart-item',
    closer: '.shopify-buy-cart-wrapper.is-active iframe >>> .shopify-buy__btn--close',
  },
  api: storefront('buy-button.myshopify.com'),
  mostLines: mostCartLines,
})

const hydrogen = (storefront: (host: string) => Contender['api']): Contender => ({
  ...peer,
  name: 'React, hydrogen-react 2026.4',
  page: 'hydrogen',
  entry: `${peersFolder}/hydrogen.jsx`,
  finds: { card: '.card p', button: '.add:not(:disabled)', count: '.count', opener: '.count', line: '.line' },
  api: storefront('hydrogen.myshopify.com'),
  mostLines: mostCartLines,
  mostListed: 250,
})

const vkui = (): Contender => ({
  ...peer,
  name: 'React, VKUI 8.4, react-use-cart',
  page: 'vkui',
  entry: `${peersFolder}/vkui.jsx`,
  finds: { card: '.price', button: '.add', count: '.count', opener: '.count', line: '.line' },
})
