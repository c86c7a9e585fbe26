/** 128 random bits. `crypto.randomUUID` would do where it exists: not on a page without TLS. */
export function createBrowserId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
