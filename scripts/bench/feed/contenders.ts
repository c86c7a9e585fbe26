import { build, createServer, type Rolldown } from 'vite'
import type { Product } from '../../../packages/core/src/index.ts'
import { rootFolder } from '../../workspace.ts'

export interface Contender {
  name: string
  /** Its page in `packages/embed/test/bench/`, which may import all that a page does. */
  page: string
  /** What stands in a post for a product. */
  slot(product: Product): string
  /** In the head of its page, before its script. */
  head: string
  /** What stands in the header for the cart. */
  header: string
  /** What is served beside its scripts: text by path. */
  files: Record<string, string>
}

const floor = {
  slot: ({ id }: Product) => `<div class="slot" data-product="${id}"></div>`,
  head: '<link rel="stylesheet" href="/floor.css">',
  header: '',
  files: {},
}
/** What the README of the widgets tells pages to say. */
const room = `vitrina-product-card { display: block }
vitrina-cart-button { display: block; min-block-size: 44px }`
const roomForCards =
  'vitrina-product-card:not(:defined)::before { content: ""; display: block; padding-block-end: calc(100% + 136px) }'

const own = {
  slot: ({ id }: Product) => `<vitrina-product-card product="${id}"></vitrina-product-card>`,
  head: `<style>${room}${roomForCards}</style>`,
  header: '<vitrina-cart-button></vitrina-cart-button>',
  files: {},
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

/** The floors are what remains when nothing but cards, a count and a list of lines is wanted. */
export async function makeContenders(): Promise<Contender[]> {
  const { cardCss, renderCard } = await loadRenderer()
  return [
    { name: 'floor (i): DOM by hand', page: 'floor-dom', ...floor },
    { name: 'floor (ii): Preact, zustand, ky', page: 'floor-preact', ...floor },
    { name: 'Vitrina', page: 'vitrina', ...own },
    {
      name: 'Vitrina, cards in the HTML',
      page: 'vitrina-rendered',
      ...own,
      head: `<style>${room}</style>`,
      slot: (product) => renderCard({ product, language: 'ru', stylesheet: '/card.css', scheme: 'light' }),
      files: { '/card.css': cardCss },
    },
  ]
}

/** A page's code by its path, and what of it the page asks for at once, since it is going to be needed. */
export interface BuiltPage {
  files: Map<string, string>
  preload: string[]
}

/** Builds a page for production. */
export async function buildPage(page: string): Promise<BuiltPage> {
  const folder = `${rootFolder}/packages/embed`
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      cssMinify: true,
      rolldownOptions: {
        input: `${folder}/test/bench/${page}`,
        preserveEntrySignatures: false,
        output: { entryFileNames: `${page}.js`, chunkFileNames: `${page}-[hash].js` },
      },
    },
  })
  const [built] = [result].flat() as Rolldown.RolldownOutput[]
  const output = built?.output ?? []
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  )
  const entry = chunks.get(`${page}.js`)
  // A loader's page names what the loader will fetch; others name what their script imports.
  const preload = new Set([
    ...(entry?.imports ?? []),
    ...(page === 'vitrina-rendered' ? (entry?.dynamicImports ?? []) : []),
  ])
  for (const name of preload) for (const next of chunks.get(name)?.imports ?? []) preload.add(next)
  return {
    files: new Map(
      output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : String(file.source)]),
    ),
    preload: [...preload].filter((name) => name !== `${page}.js`).map((name) => `/${name}`),
  }
}
