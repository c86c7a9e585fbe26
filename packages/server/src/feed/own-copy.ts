/**
 * The same text in memory of its own. What a parser cuts out of a piece of a file is a window into that piece: keep ten
 * characters, keep all 64 kB. Anything that outlives its offer is copied first.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
