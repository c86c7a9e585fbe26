import type { Delivery, DeliveryOption } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'

export const deliverySchema: v.GenericSchema<Delivery> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('courier'),
    optionId: idSchema,
    address: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  }),
  v.strictObject({ kind: v.literal('pickup'), optionId: idSchema, pointId: idSchema }),
])

const pickupPointSchema = v.object({
  id: idSchema,
  title: v.string(),
  address: v.string(),
  hours: v.optional(v.string()),
})
const offered = {
  id: idSchema,
  title: v.string(),
  price: moneySchema,
  days: v.optional(v.object({ min: v.number(), max: v.number() })),
}

export const deliveryOptionSchema: v.GenericSchema<DeliveryOption> = v.variant('kind', [
  v.object({ ...offered, kind: v.literal('courier') }),
  v.object({ ...offered, kind: v.literal('pickup'), points: v.array(pickupPointSchema) }),
])

export const deliveryOptionsSchema = v.object({ options: v.array(deliveryOptionSchema) })
