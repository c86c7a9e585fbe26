import type { Storage } from '@vitrina/core'

const key = 'vitrina_guest'

/**
 * Who a guest is: 256 random bits that only this browser knows. Whoever has them is the guest, so they are shown to
 * the shop's server alone, which keeps a hash.
 */
export function createGuestSecret(
  storage: Storage | undefined,
  crypto: Pick<Crypto, 'getRandomValues'>,
): () => Promise<string> {
  let secret: Promise<string> | undefined

  async function findOrMake(): Promise<string> {
    const found = await storage?.get(key)
    if (found?.ok && found.value !== undefined && /^[\w-]{43}$/.test(found.value)) return found.value
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    const made = btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')
    await storage?.set(key, made)
    return made
  }

  return () => {
    secret ??= findOrMake()
    return secret
  }
}
