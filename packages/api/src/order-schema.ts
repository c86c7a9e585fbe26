import type { Order, OrderLink, OrderRequest } from '@vitrina/core'
import * as v from 'valibot'
import { deliverySchema } from './delivery-schema.ts'
import { idSchema, moneySchema } from './money-schema.ts'
import { paymentSchema, refundSchema } from './payment-schema.ts'
import { appliedPromoSchema, quoteLineSchema, vatSchema } from './quote-schema.ts'
import { sellerSchema } from './seller-schema.ts'

const contactSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  phone: v.pipe(
    v.string(),
    v.regex(/^\+[1-9]\d{9,14}$/, 'A phone number is E.164, for example +79161234567'),
  ),
})

export const orderRequestSchema: v.GenericSchema<OrderRequest> = v.strictObject({
  checkoutId: idSchema,
  quoteHash: v.pipe(v.string(), v.maxLength(100)),
  contact: contactSchema,
  delivery: deliverySchema,
  paymentMethod: v.picklist(['cash', 'card']),
  consent: v.strictObject({ personalData: v.literal(true), version: v.pipe(v.string(), v.maxLength(100)) }),
})

export const orderSchema: v.GenericSchema<Order> = v.object({
  id: idSchema,
  number: v.string(),
  checkoutId: idSchema,
  seller: sellerSchema,
  state: v.picklist(['awaiting-payment', 'confirmed', 'shipped', 'delivered', 'cancelled']),
  cancelReason: v.optional(v.picklist(['buyer', 'merchant', 'expired'])),
  placedAt: v.pipe(v.string(), v.isoTimestamp()),
  lines: v.array(quoteLineSchema),
  contact: contactSchema,
  delivery: deliverySchema,
  deliveryText: v.string(),
  deliveryPrice: moneySchema,
  deliveryVat: v.optional(vatSchema),
  subtotal: moneySchema,
  discount: v.optional(moneySchema),
  promos: v.array(appliedPromoSchema),
  total: moneySchema,
  vat: v.optional(moneySchema),
  paymentMethod: v.picklist(['cash', 'card']),
  payment: v.nullable(paymentSchema),
  refund: v.optional(refundSchema),
})

export const orderLinkSchema: v.GenericSchema<OrderLink> = v.object({
  orderId: idSchema,
  text: v.string(),
  endsAt: v.pipe(v.string(), v.isoTimestamp()),
})

export const forgottenSchema = v.object({})

export const ordersSchema = v.object({ orders: v.array(orderSchema) })

export const ordersQuerySchema = v.strictObject({ checkout: v.optional(idSchema) })
