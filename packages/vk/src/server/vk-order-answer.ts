/** What is offered for votes. https://dev.vk.com/api/payments/notifications */
export interface VkItem {
  id: string
  /** At most 48 characters; what is longer is cut. */
  title: string
  /** Votes. */
  price: number
  picture?: string
  /** Seconds that VK may keep this answer: 600 to 604 800; without it each buyer is asked about. */
  keep?: number
}

/** Why VK's request is not answered with what it wants. */
export type VkOrderRefusal =
  | 'malformed'
  | 'duplicate'
  | 'bad-signature'
  | 'wrong-app'
  | 'not-found'
  | 'sold-out'
  | 'unknown-user'
  | 'unavailable'
  | 'unknown'

const errors: Readonly<Record<VkOrderRefusal, { error_code: number; critical: boolean }>> = {
  unknown: { error_code: 1, critical: false },
  // VK comes again.
  unavailable: { error_code: 2, critical: false },
  'bad-signature': { error_code: 10, critical: true },
  malformed: { error_code: 11, critical: true },
  duplicate: { error_code: 11, critical: true },
  'wrong-app': { error_code: 11, critical: true },
  'not-found': { error_code: 20, critical: true },
  'sold-out': { error_code: 21, critical: true },
  'unknown-user': { error_code: 22, critical: true },
}

/** The body that answers `get-item`, as `application/json`. */
export function vkItemAnswer({ id, title, price, picture, keep }: VkItem): string {
  return JSON.stringify({
    response: {
      item_id: id,
      title: Array.from(title).slice(0, 48).join(''),
      price,
      ...(picture && { photo_url: picture }),
      expiration: keep ?? 0,
    },
  })
}

/** The body that says that a change of an order was understood. `ours` is a whole number, one for each order. */
export function vkOrderAnswer(
  order: { orderId: string; ours: number } | { subscriptionId: string; ours: number },
): string {
  const theirs =
    'orderId' in order
      ? `"order_id":${whole(order.orderId)}`
      : `"subscription_id":${whole(order.subscriptionId)}`
  return `{"response":{${theirs},"app_order_id":${whole(String(order.ours))}}}`
}

/** The body of a refusal; the status of the answer is 200 all the same. */
export function vkOrderRefusal(code: VkOrderRefusal): string {
  return JSON.stringify({ error: { ...errors[code], error_msg: code } })
}

/** Theirs have more digits than a number holds, and are numbers in JSON. */
function whole(digits: string): string {
  if (!/^\d{1,20}$/.test(digits)) throw new RangeError(`"${digits}" is not a whole number.`)
  return digits
}
