import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { formatMoney, type Product } from '../../../packages/core/src/index.ts'
import {
  createServer as createShopServer,
  type Database,
  databaseSink,
  type FeedProduct,
  type Server,
} from '../../../packages/server/src/index.ts'
import { faultsConfig, thing } from '../../faults/target.ts'
import { listen } from '../../listen.ts'
import type { ShownProduct } from './apis/api.ts'
import { buildPage } from './build-page.ts'
import type { Contender } from './contenders.ts'
import { floorCss, html, pageCss, picture, picturePath } from './page-html.ts'

export interface Site {
  url: string
  /** What was sent since the last call. */
  sent(): Sent
  close(): Promise<void>
}

/** Code and JSON in bytes; JSON as it is before compression. */
export interface Sent {
  gzip: number
  brotli: number
  /** What answered operations on a cart. */
  cartJson: number
  productRequests: number
}

const productOf = (index: number): FeedProduct => ({
  ...thing(`p${index}`, null),
  title: `Кружка керамическая №${index}`,
  pictures: [{ url: 'picture.svg' }],
})

/** Keeps so many products in the shop. */
async function stock(database: Database, most: number): Promise<void> {
  const sink = databaseSink(database, faultsConfig.shop)
  for (let index = 0; index < most; index += 1) await sink.saveProduct(productOf(index))
  await sink.flush()
}

/** As a page's own server would ask for what it renders. */
async function productsOf(shop: Server, url: string, most: number): Promise<Product[]> {
  const products: Product[] = []
  while (products.length < most) {
    const ids = Array.from(
      { length: Math.min(100, most - products.length) },
      (_, index) => `p${products.length + index}`,
    )
    const answered = await shop.fetch(
      new Request(`${url}/v1/shops/${faultsConfig.shop.id}/products?ids=${ids.join()}`),
    )
    const { products: found } = (await answered.json()) as { products: Product[] }
    if (found.length < ids.length) throw new Error('The shop does not have what it was given')
    const byId = new Map(found.map((product) => [product.id, product]))
    products.push(...ids.flatMap((id) => byId.get(id) ?? []))
  }
  return products
}

/** Serves the page of each contender with any number of posts, one shop, and the APIs of the peers, from one address. */
export async function serveSite(
  database: Database,
  contenders: readonly Contender[],
  most: number,
): Promise<Site> {
  await stock(database, most)
  const files = new Map<string, File>()
  const keep = (path: string, text: string) => files.set(path, fileOf(path, text))
  keep('/floor.css', floorCss)
  keep('/page.css', pageCss)
  keep(picturePath, picture)
  const heads = new Map<string, string>()
  for (const contender of contenders) {
    const built = await buildPage(contender)
    for (const [path, text] of [...Object.entries(contender.files), ...built.files]) keep(path, text)
    heads.set(contender.page, contender.head + built.head)
  }
  let sent = nothingSent()
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
  const products = await productsOf(shop, url, most)
  const shown = products.map(
    ({ id, title, variants: [variant] }): ShownProduct => ({
      id,
      title,
      price: variant ? formatMoney(variant.price, 'ru') : '',
      amount: variant?.price.amount ?? 0,
      picture: picturePath,
    }),
  )
  const byId = new Map(shown.map((product) => [product.id, product]))
  const apis = contenders.flatMap(({ api }) =>
    api ? [{ host: api.host, answer: api.create(shown, url) }] : [],
  )

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    if (pathname.startsWith('/v1/')) return toShop(request, response, pathname)
    if (pathname.startsWith('/elsewhere/')) return toVendor(request, response)
    if (pathname === '/floor/products') {
      sent.productRequests += 1
      const found = (searchParams.get('ids') ?? '').split(',').map((id) => byId.get(id))
      return end(response, 'application/json', JSON.stringify(found))
    }
    if (pathname === '/floor/cart') {
      sent.cartJson += 2
      return end(response, 'application/json', '{}')
    }
    // A shop's pictures have sizes in their names: `picture_240x240.svg`.
    const file = files.get(pathname.replace(/_\d*x\d*(?=\.svg$)/, ''))
    if (file) return sendFile(response, file)
    const contender = contenders.find(({ page }) => pathname === `/${page}`)
    if (!contender && pathname !== '/bare') return void response.writeHead(404).end()
    const posts = products.slice(0, Number(searchParams.get('n') ?? 1))
    end(response, 'text/html; charset=utf-8', html(contender, heads.get(contender?.page ?? ''), posts))
  }

  function sendFile(response: ServerResponse, { type, body, gzip, brotli }: File): void {
    sent.gzip += gzip
    sent.brotli += brotli
    response.setHeader('content-type', type)
    response.setHeader('content-encoding', 'gzip')
    response.end(body)
  }

  async function toShop(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const body = await bodyOf(request)
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

  /** What a peer asks at `https://…` comes here as `/elsewhere/…`. */
  async function toVendor(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(`https://${request.url?.replace('/elsewhere/', '')}`)
    const api = apis.find(({ host }) => address.hostname === host || address.hostname.endsWith(`.${host}`))
    const body = (await bodyOf(request)).toString()
    const answered = api?.answer({ method: request.method ?? 'GET', address, body })
    if (!answered) return void response.writeHead(204).end()
    const text = JSON.stringify(answered.json)
    if (answered.about === 'cart') sent.cartJson += Buffer.byteLength(text)
    if (answered.about === 'products') sent.productRequests += 1
    response.statusCode = answered.status ?? 200
    end(response, 'application/json', text)
  }

  return {
    url,
    sent() {
      const before = sent
      sent = nothingSent()
      return before
    },
    close,
  }
}

interface File {
  type: string
  /** Compressed before anybody asks: it takes longer than many a page. */
  body: Buffer
  /** What it counts as code; nothing when it is none. */
  gzip: number
  brotli: number
}

function fileOf(path: string, text: string): File {
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }
  const body = gzipSync(text, { level: 9 })
  const isCode = /\.(js|css)$/.test(path) && path !== '/page.css'
  return {
    type: types[path.split('.').at(-1) ?? ''] ?? 'text/plain',
    body,
    gzip: isCode ? body.length : 0,
    brotli: isCode ? brotliCompressSync(text).length : 0,
  }
}

const nothingSent = (): Sent => ({ gzip: 0, brotli: 0, cartJson: 0, productRequests: 0 })

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}

function end(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', type)
  response.setHeader('content-encoding', 'gzip')
  response.end(gzipSync(text))
}
