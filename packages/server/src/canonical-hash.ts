import { hash } from 'node:crypto'

/** SHA-256 of a value's JSON with sorted keys: equal values have equal hashes, however they were put together. */
export function canonicalHash(value: unknown): string {
  return hash('sha256', JSON.stringify(sorted(value)), 'base64url')
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
