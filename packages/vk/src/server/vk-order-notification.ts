import { fail, ok, type Result } from '@vitrina/core'
import { type NotificationFailure, readNotification } from './read-notification.ts'
import { malformed } from './signature-failure.ts'

interface Common {
  /** Payments of testers; their ids may be those of real ones, so keep the two apart. */
  test: boolean
  network: 'vk' | 'ok'
  appId: string
  /** Who pays. */
  userId: string
  /** Who gets it. */
  receiverId: string
  /** All parameters, decoded. */
  params: Readonly<Record<string, string>>
}

/** What VK tells or asks about a purchase for votes. */
export type VkOrderNotification = Common &
  (
    | { type: 'get-item'; item: string; language: string }
    | {
        type: 'order-status-change'
        status: 'chargeable' | 'refunded'
        orderId: string
        item: string
        price: number
      }
    | { type: 'get-subscription'; item: string; language: string }
    | {
        type: 'subscription-status-change'
        status: 'chargeable' | 'active' | 'cancelled'
        subscriptionId: string
        item: string
        price: number
        cancelReason: string | null
      }
  )

export interface ReadVkOrderOptions {
  /** The app's secure key. */
  secret: string
  /** Refuses what is about other apps. */
  appId?: string | number
}

/**
 * Reads the body of VK's request about a purchase for votes (`application/x-www-form-urlencoded`). VK repeats it until it
 * is answered: act once for each order, by `test` and `orderId`. https://dev.vk.com/api/payments/notifications
 */
export function readVkOrderNotification(
  body: string,
  { secret, appId }: ReadVkOrderOptions,
): Result<VkOrderNotification, NotificationFailure> {
  const read = readNotification(body, secret)
  if (!read.ok) return read
  const params = read.value
  const { notification_type = '', app_id = '', user_id = '', receiver_id = user_id } = params
  if (![app_id, user_id, receiver_id].every(isId)) return malformed('It names no app or no user.')
  if (appId !== undefined && app_id !== String(appId))
    return fail({ code: 'wrong-app', reason: `It is about app ${app_id}.` })
  const test = notification_type.endsWith('_test')
  const event = readEvent(notification_type.replace(/_test$/, ''), params)
  if (event === undefined) return malformed('A part of it is missing or unknown.')
  const network = params.site === 'OK' ? 'ok' : 'vk'
  return ok({ test, network, appId: app_id, userId: user_id, receiverId: receiver_id, params, ...event })
}

type EventOf<All> = All extends unknown ? Omit<All, keyof Common> : never

function readEvent(
  type: string,
  params: Readonly<Record<string, string>>,
): EventOf<VkOrderNotification> | undefined {
  const { item = '', item_id = item, lang = 'ru_RU', status, order_id = '', subscription_id = '' } = params
  const price = readCount(params.item_price)
  switch (type) {
    case 'get_item':
      return item === '' ? undefined : { type: 'get-item', item, language: lang }
    case 'get_subscription':
      return item === '' ? undefined : { type: 'get-subscription', item, language: lang }
    case 'order_status_change':
      if (status !== 'chargeable' && status !== 'refunded') return undefined
      if (!isId(order_id) || item_id === '' || price === undefined) return undefined
      return { type: 'order-status-change', status, orderId: order_id, item: item_id, price }
    case 'subscription_status_change':
      if (status !== 'chargeable' && status !== 'active' && status !== 'cancelled') return undefined
      if (!isId(subscription_id) || item_id === '' || price === undefined) return undefined
      return {
        type: 'subscription-status-change',
        status,
        subscriptionId: subscription_id,
        item: item_id,
        price,
        cancelReason: params.cancel_reason ?? null,
      }
    default:
      return undefined
  }
}

function isId(text: string): boolean {
  return /^[1-9]\d{0,19}$/.test(text)
}

/** Votes: a whole number that is not negative. */
function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
