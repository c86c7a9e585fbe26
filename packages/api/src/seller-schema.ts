import type { Seller, Terms } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema } from './money-schema.ts'

const page = v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://')))

export const termsSchema: v.GenericSchema<Terms> = v.strictObject({
  returns: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(5000))),
  offer: page,
  privacy: page,
})

export const sellerSchema: v.GenericSchema<Seller> = v.object({
  id: idSchema,
  name: v.string(),
  legal: v.optional(v.string()),
  terms: v.optional(termsSchema),
  paymentMethods: v.optional(v.array(v.picklist(['cash', 'card']))),
})

export const sellersSchema = v.object({ sellers: v.array(sellerSchema) })
