import type { CatalogueSink, FeedCategory, FeedProduct } from '../../src/catalogue-sink.ts'
import { type FeedReport, type ImportFeedOptions, importFeed } from '../../src/feed/index.ts'

export interface Imported {
  report: FeedReport
  categories: FeedCategory[]
  products: FeedProduct[]
  ended: 'flushed' | 'finished' | undefined
}

/** Imports text or bytes into arrays; `pieceSize` cuts them as a network would. */
export async function imported(
  feed: string | Uint8Array,
  { pieceSize = 1000, ...options }: ImportFeedOptions & { pieceSize?: number } = {},
): Promise<Imported> {
  const result: Omit<Imported, 'report'> = { categories: [], products: [], ended: undefined }
  const sink: CatalogueSink = {
    async saveCategories(categories) {
      result.categories.push(...categories)
    },
    async saveProduct(product) {
      result.products.push(product)
    },
    async flush() {
      result.ended = 'flushed'
    },
    async finish() {
      result.ended = 'finished'
    },
  }
  const report = await importFeed(inPieces(Buffer.from(feed), pieceSize), sink, options)
  return { ...result, report }
}

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A feed around offers; its first offer stands on line 5. */
export function feedOf(...offers: string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<yml_catalog date="2026-11-23 10:00"><shop>',
    '<categories><category id="1">Посуда</category><category id="2" parentId="1">Кружки</category></categories>',
    '<offers>',
    ...offers,
    '</offers></shop></yml_catalog>',
  ].join('\n')
}

export interface OfferParts {
  id?: string
  attributes?: string
  name?: string
  price?: string
  rest?: string
}

/** A good offer on one line, with parts of it replaced. */
export function offerOf({
  id = 'mug',
  attributes = '',
  name = 'Кружка',
  price = '790',
  rest = '',
}: OfferParts = {}): string {
  return `<offer id="${id}" ${attributes}><name>${name}</name><price>${price}</price><categoryId>2</categoryId>${rest}</offer>`
}
