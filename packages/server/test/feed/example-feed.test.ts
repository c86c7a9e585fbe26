import { readFile, stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { imported } from './recording-sink.ts'

const merchant = new URL('../../../../examples/merchant/', import.meta.url)

test('imports the example shop whole, with a picture for every product', async () => {
  const { report, products, categories } = await imported(await readFile(new URL('feed.xml', merchant)))
  expect(report.counts).toEqual([])
  expect(report.offers.refused).toBe(0)
  expect(products.length).toBeGreaterThanOrEqual(24)
  expect(categories).toHaveLength(5)
  const urls = new Set(products.flatMap(({ pictures }) => pictures.map(({ url }) => url)))
  for (const { title, pictures } of products) expect(pictures, title).not.toEqual([])
  for (const url of urls)
    expect((await stat(new URL(`pictures/${url}`, merchant))).size, url).toBeLessThan(4000)
})

test('shows in the example shop what a shop has: choices, reductions, short and uncounted stock', async () => {
  const { products } = await imported(await readFile(new URL('feed.xml', merchant)))
  const variants = products.flatMap((product) => product.variants)
  expect(products.some(({ options }) => options.map(({ name }) => name).join() === 'Цвет,Размер')).toBe(true)
  expect(variants.some(({ compareAt }) => compareAt !== undefined)).toBe(true)
  for (const stock of [0, 3, 12, null]) expect(variants.some((variant) => variant.stock === stock)).toBe(true)
})
