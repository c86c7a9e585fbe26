import type { Adjustment, Quote, QuoteLine, QuoteRequest } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'

const adjusted = { id: idSchema, variantId: idSchema, title: v.string() }

export const adjustmentSchema: v.GenericSchema<Adjustment> = v.variant('code', [
  v.object({ ...adjusted, code: v.literal('capped'), requested: v.number(), available: v.number() }),
  v.object({ ...adjusted, code: v.literal('gone') }),
  v.object({ ...adjusted, code: v.literal('repriced'), before: moneySchema, after: moneySchema }),
  v.object({ ...adjusted, code: v.literal('refused'), reason: v.string() }),
  v.object({ id: idSchema, code: v.literal('merged'), pieces: v.number(), dropped: v.number() }),
])

export const quoteLineSchema: v.GenericSchema<QuoteLine> = v.object({
  variantId: idSchema,
  title: v.string(),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unitPrice: moneySchema,
  total: moneySchema,
})

export const quoteRequestSchema: v.GenericSchema<QuoteRequest> = v.strictObject({
  deliveryOptionId: v.nullable(idSchema),
})

export const quoteSchema: v.GenericSchema<Quote> = v.object({
  hash: v.string(),
  revision: v.number(),
  lines: v.array(quoteLineSchema),
  subtotal: moneySchema,
  delivery: v.nullable(moneySchema),
  total: moneySchema,
  paymentMethods: v.array(v.picklist(['cash', 'card'])),
  adjustments: v.array(adjustmentSchema),
})
