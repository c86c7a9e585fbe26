import type { FacetOption, FacetQuery, Facets } from '@vitrina/core'
import { sql } from 'kysely'
import type { ShopConfig } from '../configuration/shop-config.ts'
import type { Connection } from '../database/transaction.ts'
import { narrowed, narrowedWithPrice, type ProductRows, productsWithin } from './narrow-products.ts'

/** As the port promises. */
const mostNames = 20
const mostValues = 50
/** Pairs of a name and a value that are looked at, those of most products first. */
const mostPairs = 2 * mostNames * mostValues

/** What the products of a search, a category or a seller can be narrowed by, and how many fit all of the query. */
export async function findFacets(
  connection: Connection,
  { id: shopId, currency }: Pick<ShopConfig, 'id' | 'currency'>,
  query: FacetQuery,
): Promise<Facets> {
  const within = productsWithin(connection, shopId, query)
  const [{ products }, min, max, options] = await Promise.all([
    narrowed(within, query)
      .select(({ fn }) => fn.countAll<number>().as('products'))
      .executeTakeFirstOrThrow(),
    priceAt(within, 'asc'),
    priceAt(within, 'desc'),
    countOptions(connection, within),
  ])
  return {
    products,
    ...(min !== undefined &&
      max !== undefined && { prices: { min: { amount: min, currency }, max: { amount: max, currency } } }),
    options,
  }
}

/** One end of the prices that are shown. */
async function priceAt(within: ProductRows, direction: 'asc' | 'desc'): Promise<number | undefined> {
  const price = sql<number>`shown.price`
  const row = await narrowedWithPrice(within, {})
    .select(price.as('price'))
    .orderBy(price, direction)
    .limit(1)
    .executeTakeFirst()
  return row?.price
}

/** Many products have the same options with the same values, so these are counted before they are taken apart. */
async function countOptions(connection: Connection, within: ProductRows): Promise<FacetOption[]> {
  const alike = within
    .select(['products.options', ({ fn }) => fn.countAll<number>().as('amount')])
    .groupBy('products.options')
  const { rows } = await sql<{ name: string; value: string; products: number; place: number }>`
    select o.option ->> 'name' as name, v.value, sum(alike.amount)::int8 as products,
      (sum(alike.amount * v.place) / sum(alike.amount))::float8 as place
    from (${alike}) as alike
    cross join lateral jsonb_array_elements(alike.options) as o (option)
    cross join lateral jsonb_array_elements_text(o.option -> 'values') with ordinality as v (value, place)
    group by 1, 2 order by 3 desc, 1, 2 limit ${mostPairs}
  `.execute(connection)
  const names = [...Map.groupBy(rows, ({ name }) => name)].slice(0, mostNames)
  return names.map(([name, values]) => ({
    name,
    values: values
      .slice(0, mostValues)
      .sort((a, b) => a.place - b.place)
      .map(({ value, products }) => ({ value, products })),
  }))
}
