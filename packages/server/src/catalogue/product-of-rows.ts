import type { Picture, Product, Seller, Variant } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { ProductRow, VariantRow } from '../database/catalogue-tables.ts'
import { availabilityOf } from './availability.ts'

/** How rows become what the wire shows. */
export interface ProductView {
  currency: string
  /** Relative pictures are below it: `https://shop.example/pictures/`. */
  picturesUrl: string
  /** Left out where there is one seller, who need not be named. */
  sellerOf?: (sellerId: string) => Seller
}

export function productOfRows(
  row: Selectable<ProductRow>,
  variants: readonly Selectable<VariantRow>[],
  view: ProductView,
): Product {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    categoryId: row.category_id,
    ...(row.vendor !== null && { vendor: row.vendor }),
    ...(view.sellerOf && { seller: view.sellerOf(row.seller_id) }),
    pictures: row.pictures.map(({ url }) => pictureOf(url, view)),
    options: row.options,
    variants: variants.map((variant) => variantOfRow(variant, view)),
    attributes: row.attributes,
  }
}

function variantOfRow(row: Selectable<VariantRow>, view: ProductView): Variant {
  return {
    id: row.id,
    sku: row.sku,
    price: { amount: row.price, currency: view.currency },
    ...(row.compare_at !== null && { compareAt: { amount: row.compare_at, currency: view.currency } }),
    availability: availabilityOf(row.stock),
    options: row.options,
    ...(row.picture !== null && { picture: pictureOf(row.picture, view) }),
  }
}

/** A picture's address as it was stored is absolute, or a path in the merchant's folder. */
export function pictureOf(url: string, view: ProductView): Picture {
  return { url: /^https?:\/\//i.test(url) ? url : `${view.picturesUrl}${encodeURI(url)}` }
}

/** For lists without room for options: `T-shirt, M, red`. */
export function variantTitle(title: string, options: Record<string, string>): string {
  return [title, ...Object.values(options)].join(', ')
}
