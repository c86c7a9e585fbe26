import type { Adjustment, AppliedPromo, Quote, QuoteLine, QuoteRequest, Vat } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'
import { sellerSchema } from './seller-schema.ts'

const ofLine = { id: idSchema, variantId: idSchema, title: v.string() }
const ofPromo = { id: idSchema, code: v.literal('promo-dropped'), promoCode: v.string() }
const short = { minimum: moneySchema, missing: moneySchema }

export const adjustmentSchema: v.GenericSchema<Adjustment> = v.variant('code', [
  v.object({ ...ofLine, code: v.literal('capped'), requested: v.number(), available: v.number() }),
  v.object({ ...ofLine, code: v.literal('gone') }),
  v.object({ ...ofLine, code: v.literal('repriced'), before: moneySchema, after: moneySchema }),
  v.object({
    ...ofPromo,
    reason: v.picklist(['unknown', 'not-yet', 'expired', 'used-up', 'used-by-you', 'replaced']),
  }),
  v.object({ ...ofPromo, reason: v.literal('minimum-not-met'), ...short }),
  v.object({ id: idSchema, code: v.literal('minimum-not-met'), ...short }),
  v.object({ id: idSchema, code: v.literal('refused'), title: v.string(), reason: v.string() }),
  v.object({ id: idSchema, code: v.literal('merged'), pieces: v.number(), dropped: v.number() }),
])

export const vatSchema: v.GenericSchema<Vat> = v.object({ rate: v.number(), amount: moneySchema })

export const appliedPromoSchema: v.GenericSchema<AppliedPromo> = v.object({
  code: v.string(),
  amount: moneySchema,
})

export const quoteLineSchema: v.GenericSchema<QuoteLine> = v.object({
  variantId: idSchema,
  sellerId: idSchema,
  productId: v.optional(idSchema),
  title: v.string(),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unitPrice: moneySchema,
  discount: v.optional(moneySchema),
  total: moneySchema,
  vat: v.optional(vatSchema),
})

export const quoteRequestSchema: v.GenericSchema<QuoteRequest> = v.strictObject({
  deliveryOptionId: v.nullable(idSchema),
})

const sums = {
  subtotal: moneySchema,
  discount: v.optional(moneySchema),
  promos: v.array(appliedPromoSchema),
  delivery: v.nullable(moneySchema),
  deliveryVat: v.optional(vatSchema),
  total: moneySchema,
  vat: v.optional(moneySchema),
}

export const quoteSchema: v.GenericSchema<Quote> = v.object({
  hash: v.string(),
  revision: v.number(),
  lines: v.array(quoteLineSchema),
  orders: v.array(v.object({ seller: sellerSchema, ...sums })),
  ...sums,
  paymentMethods: v.array(v.picklist(['cash', 'card'])),
  adjustments: v.array(adjustmentSchema),
})
