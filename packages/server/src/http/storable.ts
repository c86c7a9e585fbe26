/**
 * Whether a data base can keep every text in a value: PostgreSQL refuses the character zero, and in JSON halves of a
 * surrogate pair. For what has passed a schema, so that it is not deep.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner))
}
