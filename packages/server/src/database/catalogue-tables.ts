import type { Attribute, Picture, ProductOption } from '@vitrina/core'
import type { Generated, JSONColumnType } from 'kysely'
import type { OfShop } from './of-shop.ts'

export interface CategoryRow extends OfShop {
  id: string
  title: string
  parent_id: string | null
  position: number
  import_id: string
  /** '' is the shop itself, here and below. */
  seller_id: Generated<string>
}

export interface ProductRow extends OfShop {
  id: string
  category_id: string
  title: string
  vendor: string | null
  description: string
  /** Title and vendor, folded for searching: data bases differ in what they know of upper and lower case. */
  search_text: string
  position: number
  /** The import that brought it last; variants of an older one are no longer offered. */
  import_id: string
  pictures: JSONColumnType<Picture[], string, string>
  options: JSONColumnType<ProductOption[], string, string>
  attributes: JSONColumnType<Attribute[], string, string>
  seller_id: Generated<string>
}

export interface VariantRow extends OfShop {
  id: string
  product_id: string
  position: number
  sku: string
  price: number
  compare_at: number | null
  /** Null: nobody counts. */
  stock: number | null
  options: JSONColumnType<Record<string, string>, string, string>
  picture: string | null
  /** Per cent; null: the shop's own; −1: none at all. */
  vat_rate: number | null
  import_id: string
}

export interface FeedImportRow extends OfShop {
  hash: string
  imported_at: Date
}
