import type { Seller } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema } from './money-schema.ts'

export const sellerSchema: v.GenericSchema<Seller> = v.object({
  id: idSchema,
  name: v.string(),
  legal: v.optional(v.string()),
})
