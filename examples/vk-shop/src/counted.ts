import type { Host, Shop, Storage } from '@vitrina/core'
import { observeShop, vkConversion, vkPixelEvent } from '@vitrina/core/analytics'
import { conversion, pixel, type VkClient } from '@vitrina/vk/abilities'

/** What VK has given to count with; what is empty is not counted. */
export interface Codes {
  /** Of the pixel: `VK-RTRG-…`. */
  pixel?: string | undefined
  /** The id of the price list that the pixel's products are in. */
  priceList?: string | undefined
  /** Of the advertisement whose conversions are counted. */
  conversion?: string | undefined
}

export interface CountOptions {
  client: VkClient
  host: Host
  /** Below the host's own. */
  storage: Storage
  codes: Codes
}

/** The same shop, of which VK hears what its buyer does. A client that counts nothing is not told. */
export function counted(shop: Shop, { client, host, storage, codes }: CountOptions): Shop {
  return observeShop(
    shop,
    (event) => {
      const seen = vkPixelEvent(event)
      if (codes.pixel && seen) {
        const list = codes.priceList ? { price_list_id: Number(codes.priceList) } : {}
        void client.use(pixel, { pixel_code: codes.pixel, ...list, ...seen })
      }
      const step = vkConversion(event)
      if (codes.conversion && step) void client.use(conversion, { code: codes.conversion, ...step })
    },
    { storage: hostsFirst(host, storage) },
  )
}

/** In VK's frame a browser keeps nothing, and an order that was told of must not be told of again. */
function hostsFirst(host: Host, below: Storage): Storage {
  return {
    async get(key) {
      const found = await host.storage?.get(key)
      return found?.ok && found.value !== undefined ? found : below.get(key)
    },
    async set(key, value) {
      const stored = await host.storage?.set(key, value)
      return stored?.ok ? stored : below.set(key, value)
    },
  }
}
