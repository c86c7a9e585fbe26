/** Half of a surrogate pair becomes U+FFFD in bytes, so two texts would have one signature: nobody could have signed it. */
export function isWholeText(text: unknown, maxLength: number): text is string {
  if (typeof text !== 'string' || text.length > maxLength) return false
  try {
    encodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
