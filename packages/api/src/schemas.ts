/** The wire: one schema for each shape, held to core's types by the compiler. Requests refuse unknown fields. */
export { addressRequestSchema, addressSuggestionsSchema } from './address-schema.ts'
export { cartChangesSchema, cartLineSchema, cartOperationSchema, cartSyncSchema } from './cart-schema.ts'
export { deliveryOptionSchema, deliveryOptionsSchema, deliverySchema } from './delivery-schema.ts'
export { facetsSchema } from './facets-schema.ts'
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
export { facetQuerySchema, productQuerySchema } from './product-query-schema.ts'
export { categoriesSchema, productPageSchema, productSchema } from './product-schema.ts'
export { quoteRequestSchema, quoteSchema } from './quote-schema.ts'
export { sellerSchema, sellersSchema, termsSchema } from './seller-schema.ts'
export { sessionRequestSchema, sessionSchema } from './session-schema.ts'
