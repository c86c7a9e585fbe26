import type { Payment, Refund } from '@vitrina/core'
import * as v from 'valibot'
import { idSchema, moneySchema } from './money-schema.ts'

const common = { id: idSchema, orderId: idSchema }

export const paymentSchema: v.GenericSchema<Payment> = v.variant('state', [
  v.object({ ...common, state: v.literal('pending'), url: v.pipe(v.string(), v.url()) }),
  v.object({ ...common, state: v.literal('paid') }),
  v.object({
    ...common,
    state: v.literal('failed'),
    reason: v.picklist(['declined', 'authentication-failed', 'cancelled', 'expired']),
  }),
])

export const refundSchema: v.GenericSchema<Refund> = v.object({
  amount: moneySchema,
  state: v.picklist(['due', 'done']),
})
