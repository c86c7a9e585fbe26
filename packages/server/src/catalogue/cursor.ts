/** Where a page of products ends. Opaque to clients. */
export interface Cursor {
  position: number
  id: string
}

export function encodeCursor({ position, id }: Cursor): string {
  return Buffer.from(JSON.stringify([position, id])).toString('base64url')
}

/** Undefined when it is not one of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(value) || value.length !== 2) return undefined
    const [position, id]: unknown[] = value
    return Number.isSafeInteger(position) && typeof id === 'string'
      ? { position: Number(position), id }
      : undefined
  } catch {
    return undefined
  }
}
