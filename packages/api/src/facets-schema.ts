import type { Facets } from '@vitrina/core'
import * as v from 'valibot'
import { moneySchema } from './money-schema.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const facetsSchema: v.GenericSchema<Facets> = v.object({
  products: count,
  prices: v.optional(v.object({ min: moneySchema, max: moneySchema })),
  options: v.array(
    v.object({ name: v.string(), values: v.array(v.object({ value: v.string(), products: count })) }),
  ),
})
