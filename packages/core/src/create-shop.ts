import { createCart } from './create-cart.ts'
import { createCatalogue } from './create-catalogue.ts'
import { createCheckout } from './create-checkout.ts'
import type { Environment } from './environment.ts'
import type { Host, Launch } from './host.ts'
import type { Merchant } from './merchant.ts'
import { createStore } from './readable-store.ts'
import type { Shop } from './shop.ts'
import type { Storage } from './storage.ts'
import { storageLadder } from './storage-ladder.ts'

export interface ShopOptions extends Environment {
  host: Host
  merchant: Merchant
  /** Below the host's own storage; memory is below this one. */
  storage?: Storage
  /** Keeps the storage of several shops on one page apart; `[a-zA-Z0-9_-]`. */
  name?: string
  /** Which text of the consent to personal-data processing the buyer is shown. Default `1`. */
  consentVersion?: string
}

/**
 * Makes a shop: the stores that a page shows and the verbs that its buttons call. Nothing happens before `start()`.
 *
 * @example
 * const host = vkHost()
 * const shop = createShop({ ...browser(), host, merchant: httpMerchant({ url, shop: 'lavka', host }) })
 * await shop.start()
 */
export function createShop(options: ShopOptions): Shop {
  const { host, merchant } = options
  const launch = createStore<Launch | null>(null)
  const kept = createStore<Storage | null>(null)
  const catalogue = createCatalogue(merchant)
  const cart = createCart(merchant, options)
  const checkout = createCheckout(host, merchant, cart, options, options.consentVersion ?? '1')

  return {
    host,
    merchant,
    launch,
    storage: kept,
    catalogue,
    cart,
    checkout,
    orders: {
      list: () => merchant.orders({}),
      get: (id) => merchant.order(id),
      cancel: (id) => merchant.cancelOrder(id),
    },
    async start() {
      const launched = await host.launch()
      if (!launched.ok) return launched
      launch.set(launched.value)
      const { user, proof } = launched.value
      const shelf = shelves(options, launched.value)
      const storage = shelf(user?.id ?? 'guest')
      if (user && proof.guest) await takeAlong(shelf('guest'), storage)
      kept.set(storage)
      cart.start(storage)
      checkout.start(storage)
      return launched
    },
    stop() {
      cart.stop()
      checkout.stop()
    },
  }
}

/** One shelf for each shop and buyer: what one has tapped must not reach another's cart on a shared phone. */
function shelves({ host, storage, name }: ShopOptions, launch: Launch): (buyer: string) => Storage {
  const rungs = [launch.abilities.includes('storage') ? host.storage : undefined, storage]
  // A page may give its host the same storage as the shop: below itself it would be cleared.
  const ladder = storageLadder([...new Set(rungs)].filter((rung) => rung !== undefined))
  return (buyer) => {
    const prefix = `vitrina_${name ?? 'shop'}_${buyer.replace(/[^a-zA-Z0-9]/g, '-')}_`
    return {
      get: (key) => ladder.get(prefix + key),
      set: (key, value) => ladder.set(prefix + key, value),
    }
  }
}

/** Few buyers were guests before, so what that takes is not in the first bytes of a page. Without it the guest's stays. */
async function takeAlong(guests: Storage, own: Storage): Promise<void> {
  await import('./aside/take-along.ts').then(
    (module) => module.takeAlong(guests, own),
    () => {},
  )
}
