/**
 * int8 and count(*) reach us as text from both data bases; ours all fit a number, and one that does not is a bug that
 * must not round silently.
 */
export function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`)
  return value
}
