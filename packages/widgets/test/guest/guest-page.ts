import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Product } from '@vitrina/core'
import { build, type Rolldown } from 'vite'
import { type Listening, listen } from '../../../../scripts/listen.ts'
import { cardCss, renderCard } from '../../src/server.ts'
import { productsOf } from './products.ts'

/** Nothing but what the page's own server gives, and pictures; no style in the markup, no text as markup. */
const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'none'; img-src http: https: data:; connect-src 'self'; " +
  "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** What pages do to everything on them. */
const rudeStyles = `
  * { all: revert; box-sizing: content-box; margin: 3px; font: italic 20px/3 serif; color: red; letter-spacing: 2px }
  * { text-transform: uppercase; word-spacing: 1em; text-align: end; text-shadow: 1px 1px lime; border: 2px dotted red }
  button, input, a, p, h1, h2 { all: unset; background: yellow; display: inline; font-size: 5px }
  article, section, div, span { float: left; padding: 20px; white-space: pre }
`
/** What a page does whose button comes later than its text. */
const reservedRoom = 'vitrina-cart-button { display: block; min-block-size: 44px }'
const rudeScript = `
  Array.prototype.each = function (run) { this.forEach(run) }
  Object.prototype.extend = function () { return this }
  const { map, filter, find, includes } = Array.prototype
  Array.prototype.map = function (run, self) { return map.call(this, run, self) }
  Array.prototype.filter = function (run, self) { return filter.call(this, run, self) }
  Array.prototype.find = function (run, self) { return find.call(this, run, self) }
  Array.prototype.includes = function (one) { return includes.call(this, one) }
  Array.prototype.at = undefined
  Array.prototype.flat = undefined
`
const brokenStorageScript = `
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })
`

const scripts: Record<string, string> = {
  '/rude.js': rudeScript,
  '/broken-storage.js': brokenStorageScript,
}

/**
 * Serves a page of somebody else with the widgets built into it: `/strict`, `/rude`, `/broken-storage`, `/plain`, and
 * `/rendered` with the card in its HTML, or with as many as `?n=300` says, of what the shop `?html=odd` has.
 */
export async function serveGuestPage(): Promise<Listening> {
  const code = await buildPage()
  const server = createServer((request, response) => {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const script = scripts[pathname] ?? code.get(pathname)
    if (pathname === '/card.css') {
      response.setHeader('content-type', 'text/css')
      return response.end(cardCss)
    }
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript')
      return response.end(script)
    }
    const [, colour, width] = /^\/pictures\/([a-z]+)-(\d+)\.svg$/.exec(pathname) ?? []
    if (colour && width) {
      response.setHeader('content-type', 'image/svg+xml')
      return response.end(drawing(colour, width))
    }
    if (pathname.includes('.')) return response.writeHead(404).end()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (pathname === '/strict') response.setHeader('content-security-policy', strictPolicy)
    const [product] = productsOf(searchParams.get('html') ?? 'usual', origin)
    response.end(html(pathname.slice(1), product, Number(searchParams.get('n') ?? 1)))
  })
  return listen(server)
}

function drawing(colour: string, width: string): string {
  const shapes = `<path d="M0 0h8v8H0z" fill="${colour}"/><path d="M4 1l3 6H1z" fill="white"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}" viewBox="0 0 8 8">${shapes}</svg>`
}

function html(kind: string, product: Product | undefined, cards: number): string {
  const own = `/${kind}.js` in scripts ? `<script src="/${kind}.js"></script>` : ''
  const card =
    kind === 'rendered' && product
      ? renderCard({ product, language: 'en', stylesheet: '/card.css' }).repeat(cards)
      : '<vitrina-product-card></vitrina-product-card>'
  const entry = kind === 'rendered' ? 'loader' : 'main'
  const pageStyles: Record<string, string> = { rude: rudeStyles, rendered: reservedRoom }
  const styles = kind in pageStyles ? `<style>${pageStyles[kind]}</style>` : ''
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A page of somebody else</title>
    ${styles}${own}
    <script type="module" src="/${entry}.js"></script>
  </head>
  <body>
    <header><h1>News</h1><vitrina-cart-button></vitrina-cart-button></header>
    <main>
      <article><h2>Today</h2><p>It <a href="#">rained</a>. <button>Like</button> <input value="text" /></p></article>
      ${card}
      <ul><li>One</li><li>Two</li></ul>
    </main>
  </body>
</html>
`
}

const source = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function buildPage(): Promise<Map<string, string>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      cssMinify: true,
      cssTarget: 'esnext',
      lib: { entry: [source('main.ts'), source('loader.ts')], formats: ['es'] },
    },
  })
  const [bundled] = [result].flat() as Rolldown.RolldownOutput[]
  return new Map(
    bundled?.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])),
  )
}
