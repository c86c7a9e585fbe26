import { createServer } from 'vite'
import type { Product } from '../../../packages/core/src/index.ts'
import { rootFolder } from '../../workspace.ts'
import type { Api, ShownProduct } from './apis/api.ts'
import type { Figure } from './figures.ts'
import type { Finds } from './probe.ts'

export interface Contender {
  name: string
  role: 'floor' | 'own' | 'peer'
  /** Its page's path. */
  page: string
  /** The module that its page begins with. */
  entry: string
  /** Whose JSX it is written in. */
  jsx: 'preact' | 'react'
  /** Its page fetches the rest when a card is seen. */
  isLoader?: boolean
  /** What stands in a post for a product, which has this place among all. */
  slot(product: Product, place: number): string
  /** In the head of its page, before its script. */
  head: string
  /** What stands in the header for the cart. */
  header: string
  /** What is served beside its scripts: text by path. */
  files: Record<string, string>
  /** Where it draws what is measured. */
  finds: Finds
  /** The API of its vendor, and the host that it asks it at. */
  api?: { host: string; create(products: readonly ShownProduct[], site: string): Api }
  /** How many lines its cart holds at most, and of how many it is told. */
  mostLines?: number
  mostListed?: number
  /** What it does not do itself, and why. */
  without?: Partial<Record<Figure, string>>
}

const pages = `${rootFolder}/packages/embed/test/bench`

const floor = {
  role: 'floor' as const,
  jsx: 'preact' as const,
  slot: ({ id }: Product) => `<div class="slot" data-product="${id}"></div>`,
  head: '<link rel="stylesheet" href="/floor.css">',
  header: '',
  files: {},
  finds: {
    card: '.card p',
    button: '.add',
    count: '.count',
    opener: '.count',
    line: '.line',
  },
}

/** What the README of the widgets tells pages to say. */
const room = `vitrina-product-card { display: block }
vitrina-cart-button { display: block; min-block-size: 44px }`
const roomForCards =
  'vitrina-product-card:not([data-drawn])::before { content: ""; display: block; padding-block-end: calc(100% + 136px) }'

/** As the guide advises: what is seen first is in the HTML, the rest comes when it is near. */
const shownFirst = 24

const own = {
  role: 'own' as const,
  jsx: 'preact' as const,
  slot: ({ id }: Product) => `<vitrina-product-card product="${id}"></vitrina-product-card>`,
  head: `<style>${room}${roomForCards}</style>`,
  header: '<vitrina-cart-button></vitrina-cart-button>',
  files: {},
  finds: {
    card: 'vitrina-product-card >>> [part~="price"]',
    button: 'vitrina-product-card >>> button[part~="add-to-cart"]:not(:disabled)',
    count: 'vitrina-cart-button >>> button',
    opener: 'vitrina-cart-button >>> button',
    line: 'vitrina-sheet >>> [part~="line"]',
  },
}

/** What a page's server needs of the widgets; style sheets as text are Vite's affair. */
async function loadRenderer(): Promise<typeof import('../../../packages/widgets/src/server.ts')> {
  const vite = await createServer({
    configFile: false,
    root: `${rootFolder}/packages/widgets`,
    logLevel: 'error',
    server: { middlewareMode: true, ws: false },
  })
  const renderer = await vite.ssrLoadModule('/src/server.ts')
  await vite.close()
  return renderer as Awaited<ReturnType<typeof loadRenderer>>
}

/** The widgets, after floors that are what remains when nothing but cards, a count and a list of lines is wanted. */
export async function ownContenders(): Promise<Contender[]> {
  const { cardCss, renderCard } = await loadRenderer()
  const render = (product: Product) =>
    renderCard({ product, language: 'ru', stylesheet: '/card.css', scheme: 'light' })
  const rendered = {
    ...own,
    entry: `${pages}/vitrina-rendered.ts`,
    isLoader: true,
    head: `<style>${room}</style>`,
    files: { '/card.css': cardCss },
  }
  return [
    { name: 'floor (i)', page: 'floor-dom', entry: `${pages}/floor-dom.ts`, ...floor },
    { name: 'floor (ii)', page: 'floor-preact', entry: `${pages}/floor-preact.tsx`, ...floor },
    { name: 'Vitrina', page: 'vitrina', entry: `${pages}/vitrina.ts`, ...own },
    { ...rendered, name: 'cards in the HTML', page: 'vitrina-rendered', slot: render },
    {
      ...rendered,
      name: `first ${shownFirst} in the HTML`,
      page: 'vitrina-first',
      head: own.head,
      slot: (product, place) => (place < shownFirst ? render(product) : own.slot(product)),
    },
  ]
}
