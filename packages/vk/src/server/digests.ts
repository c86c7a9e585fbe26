const utf8 = new TextEncoder()

type Bytes = Uint8Array<ArrayBuffer>

/** Keyed; only what Web Crypto has, so that it runs on Node and on workers alike. */
export async function hmacSha256(secret: string, text: string): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)))
}

export async function sha256(text: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)))
}

/** Only where VK Pay asks for it. */
export async function sha1(text: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-1', utf8.encode(text)))
}

/** Without padding. */
export function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Takes as long for two that differ at once as for two that are the same. */
export function sameText(left: string, right: string): boolean {
  let differences = left.length ^ right.length
  for (let at = 0; at < left.length; at += 1) differences |= left.charCodeAt(at) ^ right.charCodeAt(at)
  return differences === 0
}

/** An empty secret is a mistake of whoever set it up. */
export function needSecret(secret: string): void {
  if (secret === '') throw new RangeError('The secret is empty: anybody could sign.')
}
