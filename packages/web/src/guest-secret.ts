import type { Storage } from '@vitrina/core'

const key = 'vitrina_guest'

/**
 * Who a guest is: 256 random bits that only this browser knows. Whoever has them is the guest, so they are shown to
 * the shop's server alone, which keeps a hash. `find` makes none where there is none.
 */
export function createGuestSecret(
  storage: Storage | undefined,
  crypto: Pick<Crypto, 'getRandomValues'>,
): { find(): Promise<string | undefined>; get(): Promise<string> } {
  let secret: Promise<string> | undefined

  async function find(): Promise<string | undefined> {
    const found = await storage?.get(key)
    return found?.ok && /^[\w-]{43}$/.test(found.value ?? '') ? found.value : undefined
  }

  async function findOrMake(): Promise<string> {
    const found = await find()
    if (found) return found
    const bytes = crypto.getRandomValues(new Uint8Array(32))
    const made = btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '')
    await storage?.set(key, made)
    return made
  }

  return {
    find: () => secret ?? find(),
    get() {
      secret ??= findOrMake()
      return secret
    },
  }
}
