import { expect, test } from 'vitest'
import { elementsManifest } from '../describe/manifest.ts'
import { staleDescriptions } from '../describe/write.ts'

test('the manifest of the elements and the table of the custom properties say what the source says', async () => {
  expect(await staleDescriptions(), 'npm run fix writes them anew').toEqual([])
})

test('the manifest knows what each element takes, sends and can be styled by', async () => {
  const { modules, schemaVersion } = await elementsManifest()
  const [card, button, shop, sheet] = modules[0]?.declarations ?? []
  const names = (all: readonly { name: string }[] = []) => all.map(({ name }) => name)
  expect(schemaVersion).toBe('2.1.0')
  expect(names(card?.attributes)).toEqual(['data-scheme', 'product', 'layout'])
  expect(names(card?.slots)).toEqual(['badge', 'under-title', 'before-button'])
  expect(names(shop?.slots)).toEqual(['cart-footer'])
  expect(names(card?.members)).toEqual(['product'])
  expect(names(card?.events)).toEqual(['vitrina-open', 'vitrina-add'])
  expect(names(card?.cssParts)).toEqual(['add-to-cart', 'card', 'old-price', 'price', 'retry', 'title'])
  expect(names(button?.cssParts)).toEqual(expect.arrayContaining(['cart-button', 'count', 'mini-cart']))
  expect(names(shop?.cssParts)).not.toContain('mini-cart')
  expect(names(shop?.attributes)).toEqual(['data-scheme', 'route', 'history'])
  expect(names(shop?.events)).toContain('vitrina-place-order')
  expect(names(shop?.cssParts)).not.toContain('sheet')
  expect(names(sheet?.cssParts)).toEqual(
    expect.arrayContaining(['sheet', 'address', 'to-orders', 'discount']),
  )
  expect(names(card?.cssProperties)).toContain('--vitrina-accent')
  for (const { description } of [card, shop].flatMap((one) => [
    ...(one?.attributes ?? []),
    ...(one?.events ?? []),
  ])) {
    expect(description).not.toBe('')
  }
})
