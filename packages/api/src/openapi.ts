import { toJsonSchema } from '@valibot/to-json-schema'
import { routes } from './routes.ts'
import * as s from './schemas.ts'

type RouteName = keyof typeof routes
type Schema = Parameters<typeof toJsonSchema>[0]

const described: Record<RouteName, { summary: string; request?: Schema; answer: Schema; status?: number }> = {
  session: {
    summary: 'Exchanges a launch for a short token',
    request: s.sessionRequestSchema,
    answer: s.sessionSchema,
  },
  products: { summary: 'Lists, searches, or gives products by id', answer: s.productPageSchema },
  product: { summary: 'Gives one product', answer: s.productSchema },
  categories: { summary: 'Lists the categories', answer: s.categoriesSchema },
  facets: { summary: 'Tells what a list of products can be narrowed by', answer: s.facetsSchema },
  sellers: { summary: 'Lists who sells here, with their terms', answer: s.sellersSchema },
  syncCart: {
    summary: 'Applies operations once each, tells what changed',
    request: s.cartSyncSchema,
    answer: s.cartChangesSchema,
  },
  deliveryOptions: { summary: 'Lists the ways of delivery', answer: s.deliveryOptionsSchema },
  addressSuggestions: {
    summary: 'Suggests addresses that go on from what was typed',
    request: s.addressRequestSchema,
    answer: s.addressSuggestionsSchema,
  },
  quote: { summary: 'Prices the cart', request: s.quoteRequestSchema, answer: s.quoteSchema },
  placeOrder: {
    summary: 'Orders what is in the cart: one order for each seller, at most once for a checkout',
    request: s.orderRequestSchema,
    answer: s.ordersSchema,
    status: 201,
  },
  orders: { summary: 'Lists the buyer’s orders', answer: s.ordersSchema },
  order: { summary: 'Gives one order of the buyer', answer: s.orderSchema },
  cancelOrder: { summary: 'Cancels an order that was not shipped', answer: s.orderSchema },
  startPayment: {
    summary: 'Starts an attempt to pay, or gives the pending one',
    answer: s.paymentSchema,
    status: 201,
  },
  linkOrder: { summary: 'Makes a secret link to one order', answer: s.orderLinkSchema, status: 201 },
  forget: { summary: 'Erases what is known of the buyer', answer: s.forgottenSchema },
}

const meantProducts = ['search', 'category', 'seller', 'options', 'minPrice', 'maxPrice', 'inStock'] as const

const queryParameters: Partial<Record<RouteName, readonly string[]>> = {
  products: ['ids', ...meantProducts, 'sort', 'cursor', 'limit'],
  facets: meantProducts,
  orders: ['checkout'],
}

/** The API as an OpenAPI 3.1 document, made from the route table and the schemas of the wire. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const path = `/v1/shops/:shop${routes[name].path}`.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operation(name, path) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Vitrina', version: '0.0.0', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: { buyer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(s.problemSchema) },
    },
  }
}

function operation(name: RouteName, path: string): Record<string, unknown> {
  const { summary, request, answer, status = 200 } = described[name]
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => parameter(key ?? '', 'path', true))
  const inQuery = (queryParameters[name] ?? []).map((key) => parameter(key, 'query', false))
  const key = name === 'placeOrder' ? [parameter('Idempotency-Key', 'header', true)] : []
  return {
    operationId: name,
    summary,
    security: routes[name].auth === 'buyer' ? [{ buyer: [] }] : [],
    parameters: [...inPath, ...inQuery, ...key],
    ...(request && { requestBody: { required: true, content: json(schemaOf(request)) } }),
    responses: {
      [status]: { description: 'Done', content: json(schemaOf(answer)) },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parameter(name: string, place: 'path' | 'query' | 'header', required: boolean) {
  return { name, in: place, required, schema: { type: 'string' } }
}

function json(schema: unknown) {
  return { 'application/json': { schema } }
}

/** What JSON Schema cannot say (trimming, transformed values) is left out; the server checks it all the same. */
function schemaOf(schema: Schema): unknown {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' })
  return rest
}
