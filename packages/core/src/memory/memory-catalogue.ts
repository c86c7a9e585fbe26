import type { FacetOption, FacetQuery, Facets } from '../facets.ts'
import type { MerchantFailure } from '../failure.ts'
import { money } from '../money.ts'
import {
  type Category,
  defaultVariant,
  type Product,
  type ProductPage,
  type ProductQuery,
} from '../product.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Seller } from '../seller.ts'

/** As the port promises. */
const mostNames = 20
const mostValues = 50

/** A page of the products that fit. A cursor is the order it belongs to and how many came before. */
export function selectProducts(
  products: readonly Product[],
  own: Seller,
  query: ProductQuery,
): Result<ProductPage, MerchantFailure> {
  const { ids, cursor, sort = 'featured', limit = 24 } = query
  if (ids) return ok({ products: ids.flatMap((id) => products.find((product) => product.id === id) ?? []) })
  const [order = sort, before = 0] = cursor?.split('.') ?? []
  const wrong = wrongPrices(query)
  if (wrong) return wrong
  if (order !== sort || !Number.isInteger(Number(before))) return invalid('cursor', 'Not of this list')
  const found = products.filter(fits(query, own))
  const direction = { featured: 0, 'cheap-first': 1, 'dear-first': -1 }[sort]
  found.sort((a, b) => direction * (priceOf(a) - priceOf(b)))
  const start = Number(before)
  const end = start + limit
  const page = { products: found.slice(start, end) }
  return ok(end < found.length ? { ...page, next: `${sort}.${end}` } : page)
}

export function countFacets(
  products: readonly Product[],
  own: Seller,
  query: FacetQuery,
): Result<Facets, MerchantFailure> {
  const { search, categoryId, sellerId } = query
  const wrong = wrongPrices(query)
  if (wrong) return wrong
  const within = products.filter(
    fits(
      { ...(search && { search }), ...(categoryId && { categoryId }), ...(sellerId && { sellerId }) },
      own,
    ),
  )
  const amounts = within.map(priceOf)
  const [first] = within
  const inMoney = (amount: number) => money(amount, first ? defaultVariant(first).price.currency : '')
  return ok({
    products: within.filter(fits(query, own)).length,
    ...(first && {
      prices: { min: inMoney(Math.min(...amounts)), max: inMoney(Math.max(...amounts)) },
    }),
    options: countOptions(within),
  })
}

export function categoriesOf(products: readonly Product[]): Category[] {
  const ids = [...new Set(products.map(({ categoryId }) => categoryId))]
  return ids.map((id) => ({
    id,
    title: id,
    products: products.filter(({ categoryId }) => categoryId === id).length,
  }))
}

function fits(query: FacetQuery, own: Seller): (product: Product) => boolean {
  const { search = '', categoryId, sellerId, options = {}, minPrice = 0, maxPrice = Infinity } = query
  const words = search.toLowerCase()
  return (product) =>
    product.title.toLowerCase().includes(words) &&
    (!categoryId || product.categoryId === categoryId) &&
    (!sellerId || (product.seller ?? own).id === sellerId) &&
    priceOf(product) >= minPrice &&
    priceOf(product) <= maxPrice &&
    product.variants.some(
      (variant) =>
        (!query.inStock || variant.availability !== 'sold-out') &&
        Object.entries(options).every(([name, values]) => values.includes(variant.options[name] ?? '')),
    )
}

function countOptions(products: readonly Product[]): FacetOption[] {
  const counts = new Map<string, Map<string, { products: number; places: number }>>()
  for (const { name, values } of products.flatMap(({ options }) => options)) {
    const ofName = counts.get(name) ?? new Map<string, { products: number; places: number }>()
    counts.set(name, ofName)
    for (const [place, value] of [...new Set(values)].entries()) {
      const before = ofName.get(value) ?? { products: 0, places: 0 }
      ofName.set(value, { products: before.products + 1, places: before.places + place })
    }
  }
  const counted = [...counts].map(([name, values]) => {
    const known = [...values].map(([value, one]) => ({ value, ...one, place: one.places / one.products }))
    const most = known.sort((a, b) => b.products - a.products).slice(0, mostValues)
    return { name, values: most.sort((a, b) => a.place - b.place) }
  })
  const total = ({ values }: (typeof counted)[number]) =>
    values.reduce((sum, { products }) => sum + products, 0)
  return counted
    .sort((a, b) => total(b) - total(a))
    .slice(0, mostNames)
    .map(({ name, values }) => ({ name, values: values.map(({ value, products }) => ({ value, products })) }))
}

function priceOf(product: Product): number {
  return defaultVariant(product).price.amount
}

function wrongPrices({ minPrice = 0, maxPrice = Infinity }: FacetQuery) {
  const whole = Number.isInteger(minPrice) && (Number.isInteger(maxPrice) || maxPrice === Infinity)
  if (whole && minPrice >= 0 && minPrice <= maxPrice) return undefined
  return invalid('minPrice', 'Not a range of prices')
}

function invalid(path: string, message: string): Result<never, MerchantFailure> {
  return fail({ code: 'invalid', issues: [{ path, message }] })
}
