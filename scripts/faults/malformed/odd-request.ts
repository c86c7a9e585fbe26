import fc from 'fast-check'
import { openApi } from '../../../packages/api/src/openapi.ts'
import { routes } from '../../../packages/api/src/routes.ts'
import { fitting, type JsonSchema, spoiled } from '../../../packages/server/test/from-json-schema.ts'
import { query, targetOf } from './odd-address.ts'
import { authorizations, contentTypes, header, idempotency } from './odd-headers.ts'
import { encoding, spoilJson } from './odd-text.ts'
import type { Framing, RawRequest } from './raw-connection.ts'

export type RouteName = keyof typeof routes
export const routeNames = Object.keys(routes) as RouteName[]

/** What a request needs to get past the door. */
export interface Pass {
  token: string
  variantId: string
  quoteHash: string
  orderId: string
}

/**
 * Requests for a route, of which each part is sound or not: bodies made from the schema of the route and spoiled,
 * or a good one spoiled as text and as bytes; odd addresses, headers and framing.
 */
export function oddRequest(name: RouteName, pass: Pass): fc.Arbitrary<RawRequest> {
  const { method, path } = routes[name]
  const body = bodySchema(name) ? bodyOf(name, pass) : strayBody
  return fc
    .record({
      method: mostly(method, fc.constantFrom(...methods)),
      target: fc
        .tuple(targetOf(path, soundPart(path, pass)), query(name))
        .map(([target, asked]) => target + asked),
      type: mostly('application/json', fc.constantFrom(...contentTypes)),
      extra: mostly<[string, string][]>([], fc.array(header, { maxLength: 3 })),
      authorization: mostly(`Bearer ${pass.token}`, fc.constantFrom(...authorizations(pass.token))),
      key: fc.constantFrom('own', 'own', 'own', 'other', 'none', 'twice'),
      body,
      framing: mostly<Framing>(
        'length',
        fc.constantFrom('chunks', 'chunks', 'too-short', 'too-long', 'both'),
      ),
    })
    .map(({ method, target, type, extra, authorization, key, body, framing }) => ({
      method,
      target,
      framing,
      body: body.bytes,
      headers: [
        ['host', 'localhost'],
        ...(authorization ? [['authorization', authorization]] : []),
        ...(body.bytes.length > 0 && type !== null ? [['content-type', type]] : []),
        ...body.headers,
        ...idempotency(key, body.key),
        // Told more than once, or not what it is; but an empty body that has a length only makes the server wait.
        ...extra.filter(([name]) => name !== 'content-length' || body.bytes.length > 0),
      ] as [string, string][],
    }))
}

/** The schema of a route's body, generated from the one that the server parses with. */
export function bodySchema(name: RouteName): JsonSchema | undefined {
  const { method, path } = routes[name]
  const place = `/v1/shops/{shop}${path.replace(/:(\w+)/g, '{$1}')}`
  const described = document.paths[place][method.toLowerCase()]
  return described.requestBody?.content['application/json'].schema
}

const document = JSON.parse(JSON.stringify(openApi()))

function mostly<Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: other })
}

interface Body {
  bytes: Uint8Array
  headers: [string, string][]
  /** The id that the idempotency key should name. */
  key: string
}

const nothing: Body = { bytes: new Uint8Array(), headers: [], key: 'key' }
const strayBody = mostly(
  nothing,
  fc.uint8Array({ minLength: 1, maxLength: 100 }).map((bytes) => ({ ...nothing, bytes })),
)

function bodyOf(name: RouteName, pass: Pass): fc.Arbitrary<Body> {
  const schema = bodySchema(name) ?? {}
  const sound = soundBody(name, pass).map((value) => JSON.stringify(value))
  const text = fc.oneof(
    sound,
    fc.tuple(sound, spoilJson).map(([written, spoil]) => spoil(written)),
    spoiled(schema).map((value) => JSON.stringify(value)),
    fitting(schema).map((value) => JSON.stringify(value)),
  )
  const written = fc.tuple(text, encoding).map(([body, { headers, encode }]) => ({
    headers,
    bytes: encode(body),
    key: /"checkoutId":"([^"]*)"/.exec(body)?.[1] ?? 'key',
  }))
  const raw = fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ ...nothing, bytes }))
  return fc.oneof({ weight: 9, arbitrary: written }, { weight: 1, arbitrary: raw })
}

/** What a page would send. */
function soundBody(name: RouteName, { variantId, quoteHash }: Pass): fc.Arbitrary<object> {
  const contact = { name: 'Anna', phone: '+79161234567' }
  const delivery = { kind: 'courier', optionId: 'courier', address: 'Moscow, Arbat, 1' }
  const rest = { contact, delivery, paymentMethod: 'cash', consent: { personalData: true, version: '1' } }
  const sound: Partial<Record<RouteName, (id: string) => object>> = {
    session: (id) => ({ scheme: 'memory', value: id }),
    syncCart: (id) => ({
      cartId: null,
      since: 0,
      operations: [{ id, revision: 0, variantId, kind: 'add', quantity: 1 }],
    }),
    quote: () => ({ deliveryOptionId: 'courier' }),
    placeOrder: (checkoutId) => ({ checkoutId, quoteHash, ...rest }),
  }
  return fc.uuid().map((id) => sound[name]?.(id) ?? {})
}

const methods = [
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'BREW',
  'get',
  'GET',
  'POST',
]

function soundPart(path: string, { variantId, orderId }: Pass): string {
  return path.includes(':product') ? variantId.replace(/-v$/, '') : orderId
}
