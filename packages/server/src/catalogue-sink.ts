import type { Category, Product, Variant } from '@vitrina/core'

/**
 * Where a feed's importer puts what it reads: one sink is one import. Products may come in any order, each once;
 * a later one of the same id replaces an earlier one. What was there before and did not come again is sold out
 * after `finish`; without it nothing vanishes, so a feed that breaks in the middle closes no shelf.
 */
export interface CatalogueSink {
  /** All categories of the feed; call it before the first product. */
  saveCategories(categories: readonly FeedCategory[]): Promise<void>
  saveProduct(product: FeedProduct): Promise<void>
  /** Writes what is still held back and closes no shelf: how an import ends whose feed broke in the middle. */
  flush(): Promise<void>
  /** Writes what is still held back and sells out what the feed no longer has. */
  finish(): Promise<void>
}

export type FeedCategory = Omit<Category, 'products'>

/**
 * A product as a feed knows it: a core `Product` with figures for stock instead of words. Picture urls are absolute
 * (http, https) or paths relative to the merchant's folder of pictures: `mug-blue.svg`.
 */
export type FeedProduct = Omit<Product, 'variants'> & {
  variants: FeedVariant[]
  /** The merchant's own order: products are listed by it. Left out, it is the order in which they are saved. */
  position?: number
}

/**
 * `stock` is in pieces; null means that nobody counts: as many as anyone wants. `vatRate` is in whole per cent; left out,
 * it is the shop's, and null means that there is no VAT on it.
 */
export type FeedVariant = Omit<Variant, 'availability'> & { stock: number | null; vatRate?: number | null }
