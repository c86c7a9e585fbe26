import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, type Product } from '../../packages/core/src/index.ts'
import { productOfSeller } from '../../packages/server/src/catalogue/of-seller.ts'
import {
  type Database,
  databaseSink,
  type FeedProduct,
  migrate,
  openDatabase,
  readEnvironment,
  serve,
  type VitrinaConfig,
} from '../../packages/server/src/index.ts'
import { startPostgres } from '../postgres.ts'
import { startProxy } from './proxy.ts'
import { faultsOf } from './schedule.ts'

export type DatabaseKind = 'pglite' | 'postgres'

const rub = (amount: number) => ({ amount, currency: 'RUB' })

/** A shop that knows a buyer by what the page says: who somebody is, is proven elsewhere. */
export const faultsConfig: VitrinaConfig = {
  shop: {
    id: 'faults',
    name: 'Faults',
    currency: 'RUB',
    sellers: [{ id: 'north', name: 'North' }],
    delivery: [
      { id: 'courier', kind: 'courier', title: 'Courier', price: rub(35000) },
      {
        id: 'pickup',
        kind: 'pickup',
        title: 'Pick-up',
        price: rub(0),
        points: [{ id: 'p1', title: 'Shop', address: 'Moscow, Arbat, 1' }],
      },
    ],
    paymentMethods: ['cash', 'card'],
    promotions: [
      { code: 'THIRD', kind: 'percent', percent: 33 },
      { code: 'ONCE', kind: 'fixed', amount: rub(10001), limitPerBuyer: 1 },
    ],
    vatRate: 22,
  },
  authenticate: { memory: (value) => ok({ buyerId: value }) },
}

/** As a merchant would set it, without limits of how often one may ask: here one asks more often than anybody. */
export function faultsEnvironment({ port = 0, publicUrl = '' }: { port?: number; publicUrl?: string }) {
  const environment = readEnvironment({
    HOST: '127.0.0.1',
    PORT: String(port),
    VITRINA_DATA: '.data/faults',
    VITRINA_PUBLIC_URL: publicUrl,
    VITRINA_TOKEN_SECRET: 'only for the loopback of one machine',
    VITRINA_ACQUIRER_SECRET: 'only for the loopback of one machine',
    VITRINA_RATE_LIMITS: 'off',
  })
  if (!environment.ok) throw new Error(environment.error.reason)
  return environment.value
}

/** A product as a feed has it; its one variant ends in `-v`. */
export function thing(id: string, stock: number | null): FeedProduct {
  return {
    id,
    title: `Thing ${id}`,
    description: '',
    categoryId: 'things',
    pictures: [],
    options: [],
    attributes: [],
    variants: [{ id: `${id}-v`, sku: id, price: rub(129050), stock, options: {} }],
  }
}

/** Products with so many pieces each; their variants end in `-v`. Those whose id begins with `north` are that seller's. */
export async function stockUp(
  database: Database,
  stock: Record<string, number | null>,
): Promise<Map<string, Product>> {
  const sinks = {
    '': databaseSink(database, faultsConfig.shop),
    north: databaseSink(database, faultsConfig.shop, 'north'),
  }
  const products = new Map<string, Product>()
  for (const [id, left] of Object.entries(stock)) {
    const seller = id.startsWith('north') ? 'north' : ''
    const product = thing(id, left)
    await sinks[seller].saveProduct(product)
    const { variants, ...seen } = productOfSeller(product, seller)
    const inStock = variants.map(({ stock: _, ...one }) => ({ ...one, availability: 'in-stock' as const }))
    products.set(id, { ...seen, variants: inStock })
  }
  for (const sink of Object.values(sinks)) await sink.flush()
  return products
}

export interface Target {
  port: number
  database: Database
  /** What the server could not do, beyond its answers. */
  faults: unknown[]
  close(): Promise<void>
}

/**
 * A server of this process on a data base of its own. The acquirer's pages and notifications go through a proxy with
 * faults, too.
 */
export async function startTarget(kind: DatabaseKind, seed: number): Promise<Target> {
  const { location, remove } = await place(kind)
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const database = opened.value
  await migrate(database)
  const acquirer = await startProxy(0, faultsOf({ seed, faultRate: 0.3 }))
  const faults: unknown[] = []
  const serving = await serve({
    environment: faultsEnvironment({ publicUrl: acquirer.url }),
    config: faultsConfig,
    database,
    onError: (error) => faults.push(error),
  })
  if (!serving.ok) throw new Error(JSON.stringify(serving.error))
  const port = Number(new URL(serving.value.url).port)
  acquirer.target = port
  return {
    port,
    database,
    faults,
    async close() {
      await acquirer.close()
      await serving.value.close()
      await remove()
    },
  }
}

async function place(kind: DatabaseKind) {
  if (kind === 'postgres') {
    const postgres = await startPostgres()
    return { location: { url: postgres.url }, remove: postgres.stop }
  }
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-faults-'))
  return { location: { folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}
