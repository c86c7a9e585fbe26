import { cleanup } from '@testing-library/preact'
import { createShop, type Merchant, type Product, type Shop } from '@vitrina/core'
import {
  type MemoryHost,
  type MemoryHostOptions,
  type MemoryMerchant,
  type MemoryMerchantOptions,
  memoryHost,
  memoryMerchant,
  memoryNetwork,
  sampleProducts,
} from '@vitrina/core/memory'
import { afterEach } from 'vitest'
// Compiled before the first test: on a busy machine that takes longer than a test waits.
import '../src/aside/pieces.ts'

const opened: Shop[] = []

afterEach(() => {
  cleanup()
  for (const shop of opened.splice(0)) shop.stop()
})

export interface TestShop {
  shop: Shop
  host: MemoryHost
  merchant: MemoryMerchant
}

interface TestShopOptions {
  host?: MemoryHostOptions
  merchant?: MemoryMerchantOptions
  wrap?: (merchant: Merchant) => Merchant
  /** False leaves the host unasked. */
  start?: boolean
}

/** A real shop of core over memory adapters. */
export async function openShop(options: TestShopOptions = {}): Promise<TestShop> {
  const host = memoryHost(options.host)
  const merchant = memoryMerchant(options.merchant)
  const shop = createShop({
    host,
    merchant: options.wrap ? options.wrap(merchant) : merchant,
    clock: {
      now: () => Date.now(),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    network: memoryNetwork(),
    createId: () => crypto.randomUUID(),
    random: () => 0.5,
  })
  opened.push(shop)
  if (options.start !== false) await shop.start()
  return { shop, host, merchant }
}

export function sample(id: string): Product {
  const product = sampleProducts.find((candidate) => candidate.id === id)
  if (!product) throw new Error(`No sample product ${id}`)
  return product
}

/** Puts a sample product's first variant in the cart and waits for the server. */
export async function fill(shop: Shop, id = 'mug', quantity = 1): Promise<void> {
  const product = sample(id)
  const [variant] = product.variants
  if (!variant) throw new Error('A product has a variant')
  shop.cart.add(product, variant, quantity)
  await shop.cart.drained()
}
