import { httpMerchant } from '../../packages/api/src/index.ts'
import { type Clock, createShop, type Merchant, type Shop } from '../../packages/core/src/index.ts'
import {
  type MemoryHost,
  type MemoryNetwork,
  memoryHost,
  memoryNetwork,
  memoryStorage,
} from '../../packages/core/src/memory.ts'

/** Core's waits are made for people; here they pass so many times faster. */
const hurry = 20

/** What the client was told, and may never turn out to be untrue. */
export interface Told {
  /** Checkouts of which a page saw the order. */
  confirmed: Set<string>
  /** Cart operations that the server said it has. */
  applied: Set<string>
}

export interface Tab {
  shop: Shop
  host: MemoryHost
  network: MemoryNetwork
  alive(): boolean
  /** As when the host kills the web view: nothing is finished, nothing more is stored. */
  kill(): void
}

export interface TabOptions {
  url: string
  buyer: string
  /** The device's storage. */
  values: Map<string, string>
  createId: () => string
  random: () => number
  told: Told
}

/** A page of the real core and the real HTTP merchant. */
export async function openTab({ url, buyer, values, createId, random, told }: TabOptions): Promise<Tab> {
  const dead = new AbortController()
  const alive = () => !dead.signal.aborted
  const network = memoryNetwork()
  const shelf = memoryStorage(values)
  const host = memoryHost({
    user: { id: buyer },
    storage: {
      get: shelf.get,
      set: (key, value) => (alive() ? shelf.set(key, value) : new Promise(() => {})),
    },
  })
  const merchant = httpMerchant({
    url,
    shop: 'faults',
    host,
    timeout: 800,
    budget: 3200,
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        signal: AbortSignal.any([
          dead.signal,
          ...(init?.signal ? [init.signal] : []),
          ...(input instanceof Request ? [input.signal] : []),
        ]),
      }),
  })
  const shop = createShop({
    host,
    merchant: listening(merchant, told, alive),
    network,
    createId,
    random,
    clock: hurriedClock(alive),
  })
  shop.checkout.subscribe((state) => {
    if (alive() && 'order' in state) told.confirmed.add(state.order.checkoutId)
  })
  await shop.start()
  return {
    shop,
    host,
    network,
    alive,
    kill() {
      dead.abort()
      shop.stop()
    },
  }
}

function listening(merchant: Merchant, told: Told, alive: () => boolean): Merchant {
  return {
    ...merchant,
    async syncCart(sync) {
      const answer = await merchant.syncCart(sync)
      if (answer.ok && alive()) for (const id of answer.value.applied) told.applied.add(id)
      return answer
    },
  }
}

function hurriedClock(alive: () => boolean): Clock {
  const start = Date.now()
  return {
    now: () => start + (Date.now() - start) * hurry,
    after(milliseconds, run) {
      const timer = setTimeout(() => {
        if (alive()) run()
      }, milliseconds / hurry)
      return () => clearTimeout(timer)
    },
  }
}
