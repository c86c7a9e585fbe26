import { base64url, hmacSha256 } from './digests.ts'

/**
 * The `sign` of a launch: HMAC-SHA-256 over the `vk_` parameters, sorted by name and percent-encoded, as
 * base64url without padding. For VK and for OK alike. https://dev.vk.com/mini-apps/development/launch-params-sign
 *
 * @param params decoded values; names without the prefix `vk_` are left out, as VK does
 * @param secret the app's secure key
 */
export async function signVkLaunch(
  params: Readonly<Record<string, string>>,
  secret: string,
): Promise<string> {
  const signed = Object.entries(params)
    .filter(([name]) => name.startsWith('vk_'))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return base64url(await hmacSha256(secret, signed))
}
