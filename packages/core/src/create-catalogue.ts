import type { MerchantFailure } from './failure.ts'
import type { Merchant } from './merchant.ts'
import type { Product } from './product.ts'
import { createStore, type ReadableStore, type Store } from './readable-store.ts'
import type { Catalogue, Loadable } from './shop.ts'

type ProductState = Loadable<Product, MerchantFailure>

/** As many products as one request asks for. */
const batchSize = 100
const loading: ProductState = { status: 'loading' }

/** Products by id, fetched when somebody looks, those of one tick in one request: a feed of cards is one round trip. */
export function createCatalogue(merchant: Merchant): Catalogue {
  const stores = new Map<string, Store<ProductState>>()
  const wanted = new Set<string>()
  const asked = new Set<string>()

  function storeOf(id: string): Store<ProductState> {
    let store = stores.get(id)
    if (!store) {
      store = createStore(loading)
      stores.set(id, store)
    }
    return store
  }

  function want(id: string): void {
    if (asked.has(id)) return
    asked.add(id)
    if (wanted.size === 0) void Promise.resolve().then(fetchWanted)
    wanted.add(id)
  }

  async function fetchWanted(): Promise<void> {
    const ids = [...wanted]
    wanted.clear()
    const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) =>
      ids.slice(index * batchSize, (index + 1) * batchSize),
    )
    await Promise.all(batches.map(fetchBatch))
  }

  async function fetchBatch(ids: string[]): Promise<void> {
    const page = await merchant.products({ ids })
    const found = new Map(page.ok ? page.value.products.map((product) => [product.id, product]) : [])
    const missing: MerchantFailure = page.ok ? { code: 'not-found' } : page.error
    for (const id of ids) {
      const product = found.get(id)
      storeOf(id).set(product ? { status: 'ready', value: product } : { status: 'failed', failure: missing })
    }
  }

  function remember(products: readonly Product[]): void {
    for (const product of products) {
      asked.add(product.id)
      storeOf(product.id).set({ status: 'ready', value: product })
    }
  }

  return {
    product(id): ReadableStore<ProductState> {
      const store = storeOf(id)
      return {
        getState: store.getState,
        subscribe(listener) {
          want(id)
          return store.subscribe(listener)
        },
      }
    },
    selected() {},
    viewed() {},
    retry(id) {
      asked.delete(id)
      storeOf(id).set(loading)
      want(id)
    },
    async products(query, asked = merchant.products(query)) {
      const page = await asked
      if (page.ok) remember(page.value.products)
      return page
    },
    categories: () => merchant.categories(),
  }
}
