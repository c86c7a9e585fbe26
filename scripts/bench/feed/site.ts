import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { formatMoney, type Product } from '../../../packages/core/src/index.ts'
import { productOfSeller } from '../../../packages/server/src/catalogue/of-seller.ts'
import {
  createServer as createShopServer,
  type Database,
  databaseSink,
  type FeedProduct,
} from '../../../packages/server/src/index.ts'
import { faultsConfig, thing } from '../../faults/target.ts'
import { listen } from '../../listen.ts'
import { buildPage, type Contender } from './contenders.ts'

export interface Site {
  url: string
  /** What was sent since the last call: code in bytes, and what the shop's server answered to operations on carts. */
  sent(): Sent
  close(): Promise<void>
}

export interface Sent {
  gzip: number
  brotli: number
  /** Bytes of JSON that answered operations on a cart, before compression. */
  cartJson: number
  /** Requests for products. */
  productRequests: number
}

/** How many products there are. */
export const most = 1000

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#c8d6e5"/><circle cx="2" cy="2" r="1" fill="#576574"/></svg>'
const floorCss = `
  .slot { min-height: 330px }
  .card { display: grid; gap: 8px; padding: 12px; border: 1px solid #ddd; border-radius: 12px; font: 15px sans-serif }
  .card img { width: 100%; aspect-ratio: 4 / 3; object-fit: cover }
  .card h3, .card p { margin: 0 } .card button { min-height: 44px }`
const pageCss =
  'body { margin: 0 } main { max-width: 420px; margin: auto } header { position: sticky; top: 0; z-index: 1 }'

const productOf = (index: number): FeedProduct => ({
  ...thing(`p${index}`, null),
  title: `Кружка керамическая №${index}`,
  pictures: [{ url: '/picture.svg' }],
})

/** Serves the page of each contender with any number of posts, and one shop for all of them, from one address. */
export async function serveSite(database: Database, contenders: readonly Contender[]): Promise<Site> {
  const sink = databaseSink(database, faultsConfig.shop)
  const products: Product[] = []
  for (let index = 0; index < most; index += 1) {
    const one = productOf(index)
    await sink.saveProduct(one)
    const { variants, ...seen } = productOfSeller(one, '')
    products.push({
      ...seen,
      variants: variants.map(({ stock: _, ...rest }) => ({ ...rest, availability: 'in-stock' as const })),
    })
  }
  await sink.flush()
  const files = new Map<string, string>()
  const preloads = new Map<string, string>()
  for (const contender of contenders) {
    for (const [path, text] of Object.entries(contender.files)) files.set(path, text)
    const built = await buildPage(contender.page)
    for (const [path, code] of built.files) files.set(path, code)
    const links = built.preload.map((path) => `<link rel="modulepreload" href="${path}">`)
    preloads.set(contender.page, links.join(''))
  }
  files.set('/floor.css', floorCss).set('/page.css', pageCss).set('/picture.svg', picture)
  const plain = products.map(({ id, title, variants: [variant] }) => ({
    id,
    title,
    price: variant ? formatMoney(variant.price, 'ru') : '',
    picture: '/picture.svg',
  }))
  const byId = new Map(plain.map((product) => [product.id, product]))
  let sent: Sent = { gzip: 0, brotli: 0, cartJson: 0, productRequests: 0 }
  const server = createServer((request, response) => void answer(request, response))
  const { url, close } = await listen(server)
  const shop = createShopServer({
    database,
    shops: [faultsConfig.shop],
    authenticate: faultsConfig.authenticate,
    tokenSecret: 'only for the loopback of one machine',
    acquirerSecret: 'only for the loopback of one machine',
    publicUrl: url,
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    if (pathname.startsWith('/v1/')) return toShop(request, response, pathname)
    if (pathname === '/floor/products') {
      sent.productRequests += 1
      const found = (searchParams.get('ids') ?? '').split(',').map((id) => byId.get(id))
      return end(response, 'application/json', JSON.stringify(found))
    }
    if (pathname === '/floor/cart') {
      sent.cartJson += 2
      return end(response, 'application/json', '{}')
    }
    const file = files.get(pathname)
    if (file !== undefined) {
      if (/\.(js|css)$/.test(pathname) && pathname !== '/page.css') {
        sent.gzip += gzipSync(file, { level: 9 }).length
        sent.brotli += brotliCompressSync(file).length
      }
      const type = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }[
        pathname.split('.').at(-1) ?? ''
      ]
      return end(response, type ?? 'text/plain', file)
    }
    const contender = contenders.find(({ page }) => pathname === `/${page}`)
    if (!contender && pathname !== '/bare') return void response.writeHead(404).end()
    end(
      response,
      'text/html; charset=utf-8',
      html(
        contender,
        preloads.get(contender?.page ?? ''),
        products.slice(0, Number(searchParams.get('n') ?? 1)),
      ),
    )
  }

  async function toShop(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const body = Buffer.concat(pieces)
    const answered = await shop.fetch(
      new Request(`${url}${request.url}`, {
        method: request.method ?? 'GET',
        headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ...(body.length > 0 && { body }),
      }),
    )
    const text = await answered.text()
    if (pathname.endsWith('/cart')) sent.cartJson += Buffer.byteLength(text)
    if (pathname.endsWith('/products')) sent.productRequests += 1
    response.statusCode = answered.status
    end(response, answered.headers.get('content-type') ?? 'application/json', text)
  }

  return {
    url,
    sent() {
      const before = sent
      sent = { gzip: 0, brotli: 0, cartJson: 0, productRequests: 0 }
      return before
    },
    close,
  }
}

function end(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', type)
  response.setHeader('content-encoding', 'gzip')
  response.end(gzipSync(text))
}

function html(
  contender: Contender | undefined,
  preload: string | undefined,
  products: readonly Product[],
): string {
  const posts = products.map(
    (product) => `<article class="post"><p>Новое в мастерской</p>${contender?.slot(product) ?? ''}</article>`,
  )
  const script = contender ? `<script type="module" src="/${contender.page}.js"></script>` : ''
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Лента</title><link rel="stylesheet" href="/page.css">${contender?.head ?? ''}${preload ?? ''}${script}</head>
<body><header>${contender?.header ?? ''}</header><main>${posts.join('\n')}</main></body></html>`
}
