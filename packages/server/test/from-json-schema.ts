import fc from 'fast-check'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** The part of JSON Schema that the API's document is written in. */
export interface JsonSchema {
  type?: string
  const?: Json
  enum?: Json[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
}

/** Values that fit a schema as far as it says. */
export function fitting(schema: JsonSchema): fc.Arbitrary<Json> {
  const { anyOf = schema.oneOf } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (anyOf) return fc.oneof(...anyOf.map(fitting))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 3, 3) })
    case 'string':
      return schema.pattern
        ? fc.stringMatching(new RegExp(schema.pattern))
        : fc.string({ minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 20, 20) })
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 1000, 1000) })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.constant(null)
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<Json> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fitting(field)]))
  return fc.record(fields, { requiredKeys: required })
}

/** What no schema here wants, or only just: wrong types, sizes, numbers, characters and names. */
const nasty: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    -1,
    0,
    1.5,
    1e9,
    1e21,
    -1e308,
    2 ** 53,
    '',
    ' ',
    '2',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    "' or 1=1 --",
    'x'.repeat(5000),
    '../../etc/passwd',
    '<img src=x onerror=alert(1)>',
    [],
    {},
    [[[[[[[[[[]]]]]]]]]],
    { constructor: { prototype: { admin: true } } },
    Array(200).fill(0),
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.double({ noNaN: true }).map((value) => (Number.isFinite(value) ? value : 0)),
)

/** A fitting value with one or two places spoiled: replaced, taken out, or given a name that is not theirs. */
export function spoiled(schema: JsonSchema): fc.Arbitrary<Json> {
  const spoil = fc.tuple(fc.nat(), nasty, fc.constantFrom('replace', 'remove', 'add', 'proto'))
  return fc
    .tuple(fitting(schema), fc.array(spoil, { minLength: 1, maxLength: 2 }))
    .map(([value, spoils]) =>
      spoils.reduce<Json>((one, [place, other, how]) => change(one, place, other, how), value),
    )
}

function change(value: Json, place: number, other: Json, how: string): Json {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const key = keys[place % Math.max(1, keys.length)]
  if (key === undefined || typeof value !== 'object' || value === null) return other
  const inner = (value as Record<string, Json>)[key] ?? null
  if (typeof inner === 'object' && inner !== null && place % 3) {
    return put(value, key, change(inner, Math.floor(place / 3), other, how))
  }
  if (how === 'add') return put(value, `${key}-extra`, other)
  // Through JSON alone: as an own property, which a literal cannot have.
  if (how === 'proto') return JSON.parse(`{"__proto__":${JSON.stringify(other)}}`)
  if (how === 'remove' && !Array.isArray(value)) {
    const { [key]: _, ...rest } = value
    return rest
  }
  return put(value, key, other)
}

function put(value: Json[] | { [key: string]: Json }, key: string, inner: Json): Json {
  return Array.isArray(value) ? value.toSpliced(Number(key), 1, inner) : { ...value, [key]: inner }
}
