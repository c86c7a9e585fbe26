import type { ProductSort } from '@vitrina/core'

/** Where a page of products ends. Opaque to clients. */
export interface Cursor {
  /** What the list is ordered by: the place in the feed, or the price that is shown. */
  value: number
  id: string
}

/** The merchant's own order is not named, as in the cursors that are out already. */
export function encodeCursor(sort: ProductSort, { value, id }: Cursor): string {
  const parts = sort === 'featured' ? [value, id] : [value, id, sort]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Undefined when it is not one of ours, or of a list in another order. */
export function decodeCursor(sort: ProductSort, text: string): Cursor | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(parsed)) return undefined
    const [value, id, order = 'featured', ...rest]: unknown[] = parsed
    return Number.isSafeInteger(value) && typeof id === 'string' && order === sort && rest.length === 0
      ? { value: Number(value), id }
      : undefined
  } catch {
    return undefined
  }
}
