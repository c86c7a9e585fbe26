import {
  type CartChanges,
  type CartLine,
  type CartOperation,
  type CartSync,
  maxQuantity,
  normalizePromoCode,
} from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'
import { pictureSchema } from './product-schema.ts'
import { adjustmentSchema } from './quote-schema.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxQuantity))
const common = { id: idSchema, revision: count }
const ofLine = { ...common, variantId: idSchema }
const promoCode = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform(normalizePromoCode),
  v.minLength(1, 'A promo code has letters or digits'),
)

export const cartOperationSchema: v.GenericSchema<CartOperation> = v.variant('kind', [
  v.strictObject({ ...ofLine, kind: v.literal('add'), quantity }),
  v.strictObject({ ...ofLine, kind: v.literal('set-quantity'), quantity }),
  v.strictObject({ ...ofLine, kind: v.literal('remove') }),
  v.strictObject({ ...common, kind: v.literal('apply-promo'), code: promoCode }),
  v.strictObject({ ...common, kind: v.literal('remove-promo'), code: promoCode }),
])

export const cartSyncSchema: v.GenericSchema<CartSync> = v.strictObject({
  cartId: v.nullable(idSchema),
  since: count,
  operations: v.pipe(v.array(cartOperationSchema), v.maxLength(50)),
})

export const cartLineSchema: v.GenericSchema<CartLine> = v.object({
  variantId: idSchema,
  productId: idSchema,
  title: v.string(),
  options: v.record(v.string(), v.string()),
  picture: v.optional(pictureSchema),
  unitPrice: moneySchema,
  quantity,
})

export const cartChangesSchema: v.GenericSchema<CartChanges> = v.object({
  cartId: idSchema,
  since: count,
  revision: count,
  lines: v.array(cartLineSchema),
  removed: v.array(idSchema),
  promoCodes: v.array(v.string()),
  applied: v.array(idSchema),
  adjustments: v.array(adjustmentSchema),
  terms: v.optional(v.object({ minimum: v.optional(moneySchema), deliveryFrom: v.optional(moneySchema) })),
})
