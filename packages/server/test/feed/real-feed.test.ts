import { createReadStream, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { FeedProduct } from '../../src/catalogue-sink.ts'
import { importFeed } from '../../src/feed/index.ts'

/**
 * Yandex's own sample (github.com/yandex/yandex-ecom-search, feed-examples, Apache-2.0) where a copy lies beside the
 * repository; else a feed of ours in its shape: RUR, promos with markup as text, HTML in CDATA, units, barcodes.
 */
const sample = fileURLToPath(
  new URL('../../../../../shared/data/yml-yandex-ekaterinburg.xml', import.meta.url),
)
const ours = fileURLToPath(new URL('./in-the-shape-of-a-real-feed.xml', import.meta.url))
const feed = existsSync(sample) ? sample : ours

for (const [name, path] of [
  ['a real feed', feed],
  ['a feed in the shape of a real one', ours],
] as const) {
  test(`imports ${name} whole: 36 of 36`, async () => {
    const products: FeedProduct[] = []
    const report = await importFeed(createReadStream(path), {
      saveCategories: async () => {},
      saveProduct: async (product) => {
        products.push(product)
      },
      flush: async () => expect.unreachable(),
      finish: async () => {},
    })
    expect(report).toEqual({
      offers: { taken: 36, refused: 0 },
      products: 36,
      variants: 36,
      categories: 7,
      problems: [],
      counts: [],
    })
    for (const { title, description, pictures, variants } of products) {
      expect(title).not.toBe('')
      expect(description).toMatch(/^[^<]{40,}$/)
      expect(pictures.length).toBeGreaterThan(0)
      expect(variants[0]?.price.currency).toBe('RUB')
    }
  })
}
