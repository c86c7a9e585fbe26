import { createShop, type Merchant, type Shop } from '../src/index.ts'
import {
  type ManualClock,
  type MemoryHost,
  type MemoryHostOptions,
  type MemoryMerchant,
  type MemoryNetwork,
  manualClock,
  memoryHost,
  memoryMerchant,
  memoryNetwork,
  memoryStorage,
} from '../src/memory.ts'

export interface Page {
  shop: Shop
  host: MemoryHost
  merchant: MemoryMerchant
  clock: ManualClock
  network: MemoryNetwork
  /** Another page over the same storage and server, as after a reload. */
  reload(): Promise<Page>
}

interface PageOptions {
  merchant?: MemoryMerchant
  host?: MemoryHostOptions
  values?: Map<string, string>
  clock?: ManualClock
  wrap?: (merchant: Merchant) => Merchant
}

let ids = 0

/** A shop on memory adapters with time that is told to pass. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { merchant = memoryMerchant(), values = new Map<string, string>(), clock = manualClock() } = options
  const host = memoryHost({ storage: memoryStorage(values), ...options.host })
  const network = memoryNetwork()
  const shop = createShop({
    host,
    merchant: options.wrap ? options.wrap(merchant) : merchant,
    clock,
    network,
    random: () => 0.5,
    createId: () => {
      ids += 1
      return `id-${ids}`
    },
  })
  await shop.start()
  await clock.pass(0)
  return {
    shop,
    host,
    merchant,
    clock,
    network,
    async reload() {
      shop.stop()
      return openPage({ ...options, merchant, values, clock })
    },
  }
}
