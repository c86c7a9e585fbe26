import { httpMerchant } from '@vitrina/api'
import { createShop, type Storage } from '@vitrina/core'
import { manualClock, memoryNetwork, memoryStorage } from '@vitrina/core/memory'
import { createServer, databaseSink, type Server, type ShopConfig } from '@vitrina/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPglite } from '../../../scripts/data-folder.ts'
import { webHost } from '../src/index.ts'
import { guestAuthenticator, pageAuthenticator, signPageLaunch } from '../src/server.ts'
import { fakePage } from './fake-page.ts'

const secret = 'thirty-two characters or more, say'
const shopConfig: ShopConfig = {
  id: 'lavka',
  name: 'Lavka',
  currency: 'RUB',
  delivery: [{ id: 'courier', kind: 'courier', title: 'Courier', price: { amount: 0, currency: 'RUB' } }],
  paymentMethods: ['cash'],
}
let server: Server
let close = async () => {}

beforeAll(async () => {
  const database = await openTestPglite()
  const sink = databaseSink(database, shopConfig)
  const variant = { id: 'mug', sku: 'mug', price: { amount: 129000, currency: 'RUB' }, stock: 9, options: {} }
  await sink.saveProduct({
    id: 'mug',
    title: 'Mug',
    description: '',
    categoryId: 'kitchen',
    pictures: [],
    options: [],
    attributes: [],
    variants: [variant],
  })
  await sink.flush()
  server = createServer({
    database: database,
    shops: [shopConfig],
    authenticate: { guest: guestAuthenticator(), page: pageAuthenticator({ secret }) },
    tokenSecret: secret,
    acquirerSecret: secret,
    publicUrl: 'https://shop.example',
  })
  close = database.close
}, 60_000)
afterAll(() => close())

/** A visit of a page, over what its browser has kept. */
async function visit(storage: Storage, launch?: () => string, user?: { id: string }) {
  const line = { cut: false }
  const host = webHost({ window: fakePage(), storage, ...(launch && { launch }), ...(user && { user }) })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (line.cut) throw new TypeError('offline')
    return server.fetch(new Request(input, init))
  }
  const merchant = httpMerchant({ url: 'https://shop.example', shop: 'lavka', host, fetch })
  const shop = createShop({
    host,
    merchant,
    storage,
    clock: manualClock(),
    network: memoryNetwork(),
    createId: () => crypto.randomUUID(),
    random: Math.random,
  })
  expect((await shop.start()).ok).toBe(true)
  await expect.poll(() => shop.cart.getState().status, { timeout: 10_000 }).toBe('ready')
  return { shop, merchant, line }
}

test('a guest finds the cart again, and nobody else does', async () => {
  const storage = memoryStorage()
  const first = await visit(storage)
  const product = await first.merchant.product('mug')
  if (!product.ok) throw new Error(product.error.code)
  first.shop.cart.add(product.value, product.value.variants[0]!, 2)
  expect((await first.shop.cart.drained()).ok).toBe(true)
  first.shop.stop()
  expect((await visit(storage)).shop.cart.getState().count).toBe(2)
  expect((await visit(memoryStorage())).shop.cart.getState().count).toBe(0)
})

test('a user of the page has one cart in two browsers', async () => {
  const launch = () => signPageLaunch('42', { secret })
  const phone = await visit(memoryStorage(), launch)
  const product = await phone.merchant.product('mug')
  if (!product.ok) throw new Error(product.error.code)
  phone.shop.cart.add(product.value, product.value.variants[0]!)
  expect((await phone.shop.cart.drained()).ok).toBe(true)
  expect((await visit(memoryStorage(), launch)).shop.cart.getState().count).toBe(1)
})

test('a page that vouches with another secret gets nobody in', async () => {
  const host = webHost({
    window: fakePage(),
    launch: () => signPageLaunch('42', { secret: secret.toUpperCase() }),
  })
  const fetch: typeof globalThis.fetch = (input, init) => server.fetch(new Request(input, init))
  const merchant = httpMerchant({ url: 'https://shop.example', shop: 'lavka', host, fetch })
  expect(await merchant.orders({})).toEqual({
    ok: false,
    error: { code: 'unauthorized', reason: 'bad-signature' },
  })
})

test('what a guest had, had not sent, and was typing is the buyer’s after signing in, once', async () => {
  const storage = memoryStorage()
  const guest = await visit(storage)
  const product = await guest.merchant.product('mug')
  if (!product.ok) throw new Error(product.error.code)
  const [mug] = product.value.variants
  guest.shop.cart.add(product.value, mug!, 2)
  expect((await guest.shop.cart.drained()).ok).toBe(true)
  guest.shop.checkout.open()
  guest.shop.checkout.edit({ name: 'Anna Orlova' })
  guest.line.cut = true
  guest.shop.cart.add(product.value, mug!)
  await new Promise((resolve) => setTimeout(resolve, 20))
  guest.shop.stop()
  const signIn = () => visit(storage, () => signPageLaunch('7', { secret }), { id: '7' })
  const first = await signIn()
  await expect
    .poll(() => first.shop.cart.getState(), { timeout: 10_000 })
    .toMatchObject({ pending: 0, count: 3 })
  expect(first.shop.cart.getState().adjustments).toMatchObject([{ code: 'merged', pieces: 2, dropped: 0 }])
  first.shop.checkout.open()
  expect(first.shop.checkout.getState()).toMatchObject({ draft: { name: 'Anna Orlova' } })
  first.shop.stop()
  const again = await signIn()
  await expect
    .poll(() => again.shop.cart.getState(), { timeout: 10_000 })
    .toMatchObject({ pending: 0, count: 3 })
  again.shop.stop()
  expect((await visit(storage)).shop.cart.getState().count).toBe(0)
}, 30_000)

test('what a guest had not sent is there after a reload, when host and shop share one storage', async () => {
  const storage = memoryStorage()
  const before = await visit(storage)
  const product = await before.merchant.product('mug')
  if (!product.ok) throw new Error(product.error.code)
  before.line.cut = true
  before.shop.cart.add(product.value, product.value.variants[0]!)
  await new Promise((resolve) => setTimeout(resolve, 20))
  before.shop.stop()
  const { shop } = await visit(storage)
  await expect.poll(() => shop.cart.getState(), { timeout: 10_000 }).toMatchObject({ pending: 0, count: 1 })
  shop.stop()
})

test('the link to an order names it behind the #, and a page opened with it brings the secret along', async () => {
  const host = webHost({ window: fakePage() })
  const url = host.orderUrl?.({ orderId: 'o-1', text: 'o-1.secret', endsAt: '' }) ?? ''
  expect(url).toMatch(/^https:\/\/blog\.example\/post#/)
  const opened = await webHost({ window: fakePage({ hash: new URL(url).hash }) }).launch()
  expect(opened).toMatchObject({
    value: { deepLink: 'order/o-1', proof: { scheme: 'guest', orderLink: 'o-1.secret' } },
  })
})
