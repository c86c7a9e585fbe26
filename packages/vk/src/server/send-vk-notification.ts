import { fail, ok, type Result } from '@vitrina/core'
import { isRecord } from '../is-record.ts'

export interface VkNotificationText {
  /** Of VK: a buyer's id without `vk:`. */
  userId: string
  /** VK takes 250 characters; what is longer is cut. */
  text: string
  /** Where the app opens: `order/17`. */
  deepLink?: string
}

export interface SendVkNotificationOptions {
  /** The app's service key, beside the secure key in its settings. */
  serviceToken: string
  fetch?: typeof fetch
}

/** `denied`: the user has not allowed it, or no longer does; `rate-limited` and `unavailable`: later. */
export interface VkNotificationFailure {
  code: 'denied' | 'rate-limited' | 'unavailable' | 'unknown'
  reason: string
}

const address = 'https://api.vk.com/method/notifications.sendMessage'
const longest = 250
/** https://dev.vk.com/reference/errors: too many at once, flood control, internal error. */
const later: Readonly<Record<number, VkNotificationFailure['code']>> = {
  1: 'unavailable',
  6: 'rate-limited',
  9: 'rate-limited',
  10: 'unavailable',
}

/**
 * Tells a user something whom the app may tell things (`allowNotifications`).
 * https://dev.vk.com/method/notifications.sendMessage
 *
 * @example
 * notify: ({ order, buyerId }) => sendVkNotification({ userId: buyerId.slice(3), text: `№ ${order.number}` }, { serviceToken })
 */
export async function sendVkNotification(
  { userId, text, deepLink }: VkNotificationText,
  { serviceToken, fetch = globalThis.fetch }: SendVkNotificationOptions,
): Promise<Result<void, VkNotificationFailure>> {
  const body = new URLSearchParams({
    access_token: serviceToken,
    v: '5.199',
    user_ids: userId,
    message: Array.from(text).slice(0, longest).join(''),
    ...(deepLink && { fragment: deepLink }),
  })
  const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(10_000) })
    .then((response) => response.json() as Promise<unknown>)
    .catch(() => undefined)
  if (!isRecord(answer)) return fail({ code: 'unavailable', reason: 'VK did not answer.' })
  if (isRecord(answer.error)) {
    const code = later[Number(answer.error.error_code)] ?? 'unknown'
    return fail({ code, reason: String(answer.error.error_msg ?? answer.error.error_code).slice(0, 200) })
  }
  const [status] = Array.isArray(answer.response) ? answer.response : []
  if (isRecord(status) && status.status === true) return ok(undefined)
  const { description, code } = isRecord(status) && isRecord(status.error) ? status.error : {}
  return fail({ code: 'denied', reason: String(description ?? code ?? 'not sent').slice(0, 200) })
}
