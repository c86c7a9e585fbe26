import { httpMerchant } from '@vitrina/api'
import { createShop, type Storage } from '@vitrina/core'
import { manualClock, memoryNetwork, memoryStorage } from '@vitrina/core/memory'
import {
  createServer,
  databaseSink,
  migrate,
  openDatabase,
  type Server,
  type ShopConfig,
} from '@vitrina/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  const database = await openDatabase('memory')
  if (!database.ok) throw new Error(JSON.stringify(database.error))
  await migrate(database.value)
  const sink = databaseSink(database.value, shopConfig)
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
    database: database.value,
    shops: [shopConfig],
    authenticate: { guest: guestAuthenticator(), page: pageAuthenticator({ secret }) },
    tokenSecret: secret,
    acquirerSecret: secret,
    publicUrl: 'https://shop.example',
  })
  close = database.value.close
}, 60_000)
afterAll(() => close())

/** A visit of a page, over what its browser has kept. */
async function visit(storage: Storage, launch?: () => string) {
  const host = webHost({ window: fakePage(), storage, ...(launch && { launch }) })
  const fetch: typeof globalThis.fetch = (input, init) => server.fetch(new Request(input, init))
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
  await expect.poll(() => shop.cart.getState().status).toBe('ready')
  return { shop, merchant }
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
