/** The wire: one schema for each shape, held to core's types by the compiler. Requests refuse unknown fields. */
export { cartChangesSchema, cartLineSchema, cartOperationSchema, cartSyncSchema } from './cart-schema.ts'
export { deliveryOptionSchema, deliveryOptionsSchema, deliverySchema } from './delivery-schema.ts'
export { idSchema, moneySchema } from './money-schema.ts'
export {
  forgottenSchema,
  orderLinkSchema,
  orderRequestSchema,
  orderSchema,
  ordersQuerySchema,
  ordersSchema,
} from './order-schema.ts'
export { paymentSchema } from './payment-schema.ts'
export { problemSchema } from './problem.ts'
export { categoriesSchema, productPageSchema, productQuerySchema, productSchema } from './product-schema.ts'
export { quoteRequestSchema, quoteSchema } from './quote-schema.ts'
export { sellerSchema } from './seller-schema.ts'
export { sessionRequestSchema, sessionSchema } from './session-schema.ts'
