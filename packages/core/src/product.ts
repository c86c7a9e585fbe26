import type { Money } from './money.ts'
import type { Seller } from './seller.ts'

/** A card in the catalogue. What is bought is one of its variants; there is always at least one. */
export interface Product {
  id: string
  title: string
  /** Plain text; paragraphs are separated by an empty line. Never HTML. */
  description: string
  categoryId: string
  vendor?: string
  /** Left out where the shop has one seller. */
  seller?: Seller
  /** The first one is the face of the card. May be empty. */
  pictures: Picture[]
  /** What the buyer chooses: sizes, colours. Empty when there is one variant. */
  options: ProductOption[]
  variants: Variant[]
  /** What describes but does not distinguish: material, power, country. */
  attributes: Attribute[]
}

export interface Picture {
  /** Absolute, http or https. */
  url: string
  /** The same picture in other sizes: a browser takes what its screen needs. */
  sources?: PictureSource[]
  /** What is seen until it comes, `#rrggbb`: its dominant colour. */
  color?: string
}

export interface PictureSource {
  /** Absolute, http or https. */
  url: string
  /** In pixels of the picture. */
  width: number
}

export interface ProductOption {
  name: string
  values: string[]
}

export interface Attribute {
  name: string
  value: string
}

/** The thing with a price and a stock that is put in a cart. */
export interface Variant {
  id: string
  sku: string
  price: Money
  /** The price before a reduction; always higher than `price`. */
  compareAt?: Money
  availability: Availability
  /** One value for each of the product's options, by the option's name. */
  options: Record<string, string>
  picture?: Picture
}

/** Words, not figures: how many pieces a merchant has is nobody's business until it limits an order. */
export type Availability = 'in-stock' | 'few-left' | 'sold-out'

export interface Category {
  id: string
  title: string
  parentId?: string
  /** Products in it and below it. */
  products: number
}

export interface ProductQuery {
  /** Just these, in this order; what does not exist is left out. At most 100. */
  ids?: readonly string[]
  search?: string
  categoryId?: string
  /** Only what this seller sells. */
  sellerId?: string
  /** By an option's name, the values to choose from: one variant has one of them for every name. At most 20 names, 50 values each. */
  options?: Readonly<Record<string, readonly string[]>>
  /** Minor units, both included; of the variant that is shown first. A minimum above the maximum is `invalid`. */
  minPrice?: number
  maxPrice?: number
  /** Only what can be bought, in the options that were asked for. */
  inStock?: boolean
  /** `featured` when left out. */
  sort?: ProductSort
  /** From `ProductPage.next`, for the same query. */
  cursor?: string
  /** 1 to 100, 24 when left out. */
  limit?: number
}

/** `featured` is the merchant's own order. Prices are those of the variant that is shown first. */
export type ProductSort = 'featured' | 'cheap-first' | 'dear-first'

export interface ProductPage {
  products: Product[]
  /** Where the next page starts; absent on the last one. */
  next?: string
}

/** The variant that has exactly these option values. */
export function findVariant(product: Product, options: Record<string, string>): Variant | undefined {
  return product.variants.find((variant) =>
    product.options.every(({ name }) => variant.options[name] === options[name]),
  )
}

/** The one shown first: the cheapest that can be bought, or the cheapest of all when everything is sold out. */
export function defaultVariant({ variants }: Product): Variant {
  const buyable = variants.filter((variant) => variant.availability !== 'sold-out')
  const choice = buyable.length > 0 ? buyable : variants
  return choice.reduce((best, variant) => (variant.price.amount < best.price.amount ? variant : best))
}
