import { ok } from '../../../packages/core/src/index.ts'
import { productOfSeller } from '../../../packages/server/src/catalogue/of-seller.ts'
import { writeProducts } from '../../../packages/server/src/catalogue/write-products.ts'
import { createServer, type Database, type ShopConfig } from '../../../packages/server/src/index.ts'
import { databaseOver } from '../../../packages/server/test/database/database-over.ts'
import { faultsConfig, thing } from '../target.ts'
import { type Acquirer, acquirer, acquirerSecret, publicUrl } from './acquirer.ts'
import { type CrashPoints, crashPoints, nameOf } from './crash-points.ts'

/** What somebody outside was told of an order. */
export interface Told {
  channel: 'merchant' | 'buyer'
  id: string
  type: string
  orderId: string
}

/** What stays when a server dies: the data base, the acquirer, whoever is told, and the time. */
export interface World {
  shop: ShopConfig
  database: Database
  acquirer: Acquirer
  told: Told[]
  /** What servers could not do, beyond their answers. */
  faults: unknown[]
  advance(milliseconds: number): void
  /** Starts a server, which dies at the point with this number. */
  start(fatal?: number): Promise<Life>
}

/** A server until it dies. */
export interface Life {
  points: CrashPoints
  /** Null when the server died over it. */
  ask(request: Request): Promise<Response | null>
  /** A turn of what nobody asks for; false when the server died over it. */
  sweep(): Promise<boolean>
  /** Drops what a killed process drops. */
  bury(): Promise<void>
}

/** Two sellers' articles, ten pieces each, and a code that is good once. */
export const articles = ['thing-v', 'north::thing-v']
export const pieces = 10
export const promoCode = 'ONCE'

/** A shop of its own, so that many fit into one data base. */
export async function createWorld(database: Database, shopId: string): Promise<World> {
  const shop: ShopConfig = {
    ...faultsConfig.shop,
    id: shopId,
    promotions: [{ code: promoCode, kind: 'percent', percent: 10, limit: 1 }],
  }
  let now = Date.now()
  const clock = { now: () => now, after: () => () => {} }
  const told: Told[] = []
  const faults: unknown[] = []
  const house = acquirer(database, shopId, clock)
  // Not by a sink, which has the data base count all its rows again.
  for (const sellerId of ['', 'north']) {
    const batch = { shopId, importId: 'first', sellerId, start: 0 }
    await writeProducts(database.kysely, batch, [productOfSeller(thing('thing', pieces), sellerId)])
  }

  async function start(fatal?: number): Promise<Life> {
    const points = crashPoints(fatal)
    const over = databaseOver(database, ({ kind, sql }, run) =>
      points.call(kind === 'statement' ? nameOf(sql) : kind, run),
    )
    const { provider } = house
    const server = createServer({
      database: over.database,
      shops: [shop],
      authenticate: faultsConfig.authenticate,
      tokenSecret: 'only for the loopback of one machine',
      acquirerSecret,
      publicUrl,
      clock,
      provider: {
        ...provider,
        create: (request) => points.call('payment at the acquirer', () => provider.create(request)),
        get: (key) => points.call('question to the acquirer', () => provider.get(key)),
        refund: (key) =>
          points.call('refund at the acquirer', async () => (await provider.refund?.(key)) ?? ok(undefined)),
      },
      webhook: { url: 'https://merchant.example/orders', secrets: ['a secret of the merchant'] },
      fetch: (input, init) =>
        points.call('telling the merchant', async () => {
          const request = new Request(input, init)
          const { type, data } = await request.json()
          const id = request.headers.get('webhook-id') ?? ''
          told.push({ channel: 'merchant', id, type, orderId: data.order.id })
          return new Response(null, { status: 204 })
        }),
      notify: ({ id, type, order }) =>
        points.call('telling the buyer', async () => {
          told.push({ channel: 'buyer', id, type, orderId: order.id })
        }),
      onError: (error) => faults.push(error),
    })
    // What runs in the background is waited for, so that each run of a journey passes the same points.
    const unlessDead = async <Value>(work: Promise<Value>): Promise<Value | null> => {
      const result = await Promise.race([work, points.crashed.then(() => null)])
      await Promise.race([server.close(), points.crashed])
      return result
    }
    await server.close()
    return {
      points,
      ask: (request) => unlessDead(server.fetch(request)),
      sweep: async () => (await unlessDead(server.sweep().then(() => true))) ?? false,
      bury: () => over.drop(),
    }
  }

  return {
    shop,
    database,
    acquirer: house,
    told,
    faults,
    advance(milliseconds) {
      now += milliseconds
    },
    start,
  }
}
