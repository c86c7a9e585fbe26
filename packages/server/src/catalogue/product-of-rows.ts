import type { Picture, Product, Seller, Variant } from '@vitrina/core'
import type { Selectable } from 'kysely'
import type { ProductRow, VariantRow } from '../database/catalogue-tables.ts'
import { availabilityOf } from './availability.ts'
import { type PictureView, pictureOf } from './picture-of.ts'

/** How rows become what the wire shows. */
export interface ProductView extends PictureView {
  currency: string
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
    pictures: row.pictures.map((picture) => pictureOf(picture, view)),
    options: row.options,
    variants: variants.map((variant) => variantOfRow(variant, row.pictures, view)),
    attributes: row.attributes,
  }
}

function variantOfRow(row: Selectable<VariantRow>, pictures: readonly Picture[], view: ProductView): Variant {
  // A variant keeps its picture's address; the colour stands with the product's.
  const picture = row.picture === null ? undefined : { url: row.picture }
  const known = pictures.find(({ url }) => url === row.picture) ?? picture
  return {
    id: row.id,
    sku: row.sku,
    price: { amount: row.price, currency: view.currency },
    ...(row.compare_at !== null && { compareAt: { amount: row.compare_at, currency: view.currency } }),
    availability: availabilityOf(row.stock),
    options: row.options,
    ...(known && { picture: pictureOf(known, view) }),
  }
}

/** For lists without room for options: `T-shirt, M, red`. */
export function variantTitle(title: string, options: Record<string, string>): string {
  return [title, ...Object.values(options)].join(', ')
}
