import { createHash, createHmac } from 'node:crypto'

/**
 * A launch as VK signs it: HMAC-SHA-256 over the `vk_` parameters, sorted by name.
 * https://dev.vk.com/mini-apps/development/launch-params-sign
 */
export function signLaunch(params: Readonly<Record<string, string>>, secret: string): string {
  const signed = Object.keys(params)
    .filter((name) => name.startsWith('vk_'))
    .sort()
    .map((name) => `${name}=${encodeURIComponent(params[name] ?? '')}`)
    .join('&')
  return createHmac('sha256', secret).update(signed).digest('base64url')
}

/** A phone number as VK signs it: a plain SHA-256. https://dev.vk.com/bridge/VKWebAppGetPhoneNumber */
export function signField(
  field: { appId: string; userId: string; name: 'phone_number' | 'email'; value: string },
  secret: string,
): string {
  const signed = field.appId + secret + field.userId + field.name + field.value
  return createHash('sha256').update(signed).digest('base64url')
}

/**
 * What `VKWebAppCreateHash` answers: HMAC-SHA-256 over the sorted parameters, with `+` for a space.
 * https://dev.vk.com/bridge/VKWebAppCreateHash
 */
export function signHash(
  { appId, userId, ts, payload }: { appId: string; userId: string; ts: number; payload?: string },
  secret: string,
): string {
  const params = new URLSearchParams({
    app_id: appId,
    ...(payload !== undefined && { request_id: payload }),
    ts: String(ts),
    user_id: userId,
  })
  return createHmac('sha256', secret).update(params.toString()).digest('base64url')
}
