import { randomUUID } from 'node:crypto'
import { type Cart, type CartChanges, type Clock, type Order, ok, type Quote } from '@vitrina/core'
import {
  createServer,
  type Database,
  databaseSink,
  type FeedProduct,
  type Server,
  type ServerOptions,
  type ShopConfig,
} from '../src/index.ts'

export const publicUrl = 'https://shop.example'
export const acquirerSecret = 'whsec_dGhlIHNlY3JldCBvZiB0aGUgdGVzdCBhY3F1aXJlcg=='

export interface TestShop {
  shop: ShopConfig
  server: Server
  clock: Clock & { advance(milliseconds: number): void }
  faults: unknown[]
  /** `more` stands in the proof beside who it is. */
  buyer(id?: string, more?: object): Promise<Buyer>
  guest(id?: string): Promise<Buyer>
  save(...products: FeedProduct[]): Promise<void>
}

/** A shop of its own in the data base, with a server whose test acquirer reports to it without a socket. */
export async function openShop(
  database: Database,
  options: Partial<ServerOptions> & { products?: FeedProduct[] } = {},
  config: Partial<ShopConfig> = {},
): Promise<TestShop> {
  const shop = { ...shopConfig(`shop-${randomUUID()}`), ...config }
  const faults: unknown[] = []
  const clock = testClock()
  const server: Server = createServer({
    database,
    shops: [shop],
    authenticate: {
      test: (value) => ok({ buyerId: value }),
      guest: (value) => ok({ buyerId: `guest:${value}`, guest: true }),
    },
    tokenSecret: 'a secret of thirty-two characters',
    acquirerSecret,
    publicUrl,
    clock,
    fetch: (input, init) => server.fetch(new Request(input, init)),
    onError: (error) => faults.push(error),
    ...options,
  })
  const save = async (...products: FeedProduct[]) => {
    const sink = databaseSink(database, shop)
    for (const item of products) await sink.saveProduct(item)
    await sink.flush()
  }
  await save(...(options.products ?? []))
  return {
    shop,
    server,
    clock,
    faults,
    save,
    buyer: (id = randomUUID(), more = {}) => signIn(server, shop.id, { scheme: 'test', value: id, ...more }),
    guest: (id = randomUUID()) => signIn(server, shop.id, { scheme: 'guest', value: id }),
  }
}

export function shopConfig(id: string): ShopConfig {
  return {
    id,
    name: 'Лавка «Тёплый дом»',
    currency: 'RUB',
    delivery: [
      { id: 'courier', kind: 'courier', title: 'Курьер', price: rub(35000), days: { min: 1, max: 2 } },
      {
        id: 'pickup',
        kind: 'pickup',
        title: 'Пункт выдачи',
        price: rub(0),
        points: [{ id: 'p1', title: 'Арбат', address: 'Москва, Арбат, 1' }],
      },
    ],
    paymentMethods: ['cash', 'card'],
  }
}

export function rub(amount: number) {
  return { amount, currency: 'RUB' }
}

export function product(
  id: string,
  stock: number | null = null,
  more: Partial<FeedProduct> = {},
): FeedProduct {
  return {
    id,
    title: `Кружка ${id}`,
    description: 'Керамика.',
    categoryId: 'cups',
    pictures: [{ url: 'mug-blue.svg' }],
    options: [],
    variants: [{ id: `${id}-v`, sku: id, price: rub(129000), stock, options: {} }],
    attributes: [],
    ...more,
  }
}

export interface Buyer {
  id: string
  token: string
  request(method: 'GET' | 'POST', path: string, body?: unknown, headers?: object): Promise<Answer>
  /** Sends operations as a client that knows nothing. */
  put(variantId: string, quantity: number): Promise<CartChanges>
  /** Gives a promo code. */
  give(code: string): Promise<CartChanges>
  cart(): Promise<Omit<Cart, 'id'>>
  quote(): Promise<Quote>
  order(patch?: object): Promise<Answer>
  /** Of one seller's cart. */
  placed(patch?: object): Promise<Order>
}

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails when it is not there.
  body: any
}

export const courier = { kind: 'courier', optionId: 'courier', address: 'Москва, Тверская, 1' }

async function signIn(
  server: Server,
  shopId: string,
  proof: { scheme: string; value: string },
): Promise<Buyer> {
  const session = await send(server, shopId, 'POST', '/session', proof)
  const { token } = session.body
  const request: Buyer['request'] = (method, path, body, headers) =>
    send(server, shopId, method, path, body, { authorization: `Bearer ${token}`, ...headers })
  const sync = async (operations: unknown[]): Promise<CartChanges> =>
    (await request('POST', '/cart', { cartId: null, since: 0, operations })).body
  const buyer: Buyer = {
    id: proof.value,
    token,
    request,
    put: (variantId, quantity) => sync([add(variantId, quantity)]),
    give: (code) => sync([promo('apply-promo', code)]),
    async cart() {
      const { revision, lines, promoCodes } = await sync([])
      return { revision, lines, promoCodes }
    },
    quote: async () => (await request('POST', '/quote', { deliveryOptionId: 'courier' })).body,
    async order(patch = {}) {
      const request = { ...orderRequest((await buyer.quote()).hash), ...patch }
      return buyer.request('POST', '/orders', request, { 'idempotency-key': request.checkoutId })
    },
    async placed(patch) {
      const answer = await buyer.order(patch)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body.orders[0]
    },
  }
  return buyer
}

export async function send(
  server: Server,
  shopId: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: object = {},
): Promise<Answer> {
  const response = await server.fetch(
    new Request(`${publicUrl}/v1/shops/${shopId}${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
}

export function add(variantId: string, quantity: unknown, id: string = randomUUID()) {
  return { id, revision: 0, variantId, kind: 'add', quantity }
}

export function promo(kind: 'apply-promo' | 'remove-promo', code: unknown, id: string = randomUUID()) {
  return { id, revision: 0, kind, code }
}

export function orderRequest(quoteHash: string) {
  return {
    checkoutId: randomUUID(),
    quoteHash,
    contact: { name: 'Анна', phone: '+79161234567' },
    delivery: courier,
    paymentMethod: 'cash',
    consent: { personalData: true, version: '1' },
  }
}

function testClock() {
  let now = Date.now()
  return {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const timer = setTimeout(run, milliseconds / 100)
      return () => clearTimeout(timer)
    },
    advance(milliseconds: number) {
      now += milliseconds
    },
  }
}
