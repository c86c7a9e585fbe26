import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalHash } from '../src/canonical-hash.ts'

/** The same with the fields of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).reverse()
  return Object.fromEntries(fields.map(([name, inner]) => [name, turned(inner)]))
}

test('is the SHA-256 of the JSON with its keys in order', () => {
  const written = '{"a":[{"c":null,"d":"x"},2],"b":true}'
  const hash = createHash('sha256').update(written).digest('base64url')
  expect(canonicalHash({ b: true, a: [{ d: 'x', c: null }, 2] })).toBe(hash)
})

test('does not depend on the order of fields, however deep they are', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(canonicalHash(turned(value))).toBe(canonicalHash(value))
    }),
    { numRuns: 500 },
  )
})

test('tells values apart that are alike', () => {
  const values = [
    null,
    'null',
    0,
    '0',
    false,
    '',
    [],
    {},
    [[]],
    [null],
    ['a', 'b'],
    ['b', 'a'],
    { 0: 'a', 1: 'b' },
  ]
  const more = [{ a: 1 }, { a: '1' }, { a: 1, b: 2 }, { a: 2, b: 1 }, { a: { b: 1 } }, [{ a: 1 }, { b: 2 }]]
  const hashes = [...values, ...more].map(canonicalHash)
  expect(new Set(hashes).size).toBe(hashes.length)
})
