import * as v from 'valibot'
import { idSchema } from './money-schema.ts'

const price = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'A price is in whole minor units'), v.transform(Number)),
)

const options = v.pipe(
  v.string(),
  v.maxLength(8000),
  v.parseJson(),
  v.check((parsed) => !Array.isArray(parsed), 'Names with lists of values'),
  v.record(
    v.pipe(v.string(), v.maxLength(200)),
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.minLength(1), v.maxLength(50)),
  ),
  v.check((names) => Object.keys(names).length <= 20, 'At most 20 options'),
)

/** Which products are meant; everything in a query string is text. */
const meant = {
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
  category: v.optional(v.pipe(v.string(), v.maxLength(100))),
  seller: v.optional(idSchema),
  /** JSON: `{"Size":["S","M"]}`. */
  options: v.optional(options),
  minPrice: price,
  maxPrice: price,
  inStock: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
  ),
}

interface Range {
  minPrice?: number | undefined
  maxPrice?: number | undefined
}

function isRange<Asked extends Range>() {
  const inOrder = ({ minPrice = 0, maxPrice = minPrice }: Asked) => minPrice <= maxPrice
  return v.check(inOrder, 'minPrice is above maxPrice')
}

/** The query string of `facets`. */
export const facetQuerySchema = v.pipe(v.strictObject(meant), isRange())

/** The query string of `products`. */
export const productQuerySchema = v.pipe(
  v.strictObject({
    ...meant,
    ids: v.optional(
      v.pipe(
        v.string(),
        v.transform((ids) => ids.split(',')),
        v.array(idSchema),
        v.maxLength(100),
      ),
    ),
    sort: v.optional(v.picklist(['featured', 'cheap-first', 'dear-first'])),
    cursor: v.optional(v.pipe(v.string(), v.maxLength(500))),
    limit: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,3}$/),
        v.transform(Number),
        v.integer(),
        v.minValue(1),
        v.maxValue(100),
      ),
    ),
  }),
  isRange(),
)
