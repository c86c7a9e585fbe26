import { isRecord } from '../is-record.ts'
import type { VkAbility } from './ability.ts'

/**
 * What a client says of a payment: a hint, whatever it is, and so is a failure. Clients have said "unknown error" of money
 * that was taken (vk-bridge #613) and "success" of what the server refused (#532): ask the server.
 */
export interface PaymentHint {
  hint: 'paid' | 'closed' | 'unknown'
  /** Theirs. */
  orderId?: string
}

/** Buys something for votes, or for OKi in Odnoklassniki: never goods that are sent to somebody. */
export const orderBox: VkAbility<{ item: string }, PaymentHint> = {
  method: 'VKWebAppShowOrderBox',
  asks: true,
  params: ({ item }) => ({ type: 'item', item }),
  read: ({ success, status, order_id }) => ({
    hint: success === true || status === 'success' ? 'paid' : status === 'cancel' ? 'closed' : 'unknown',
    ...(order_id !== undefined && { orderId: String(order_id) }),
  }),
}

/** Pays with VK Pay. `params` come from the server, signed: https://dev.vk.com/pay/getting-started */
export const payForm: VkAbility<{ appId: string; params: object }, PaymentHint> = {
  method: 'VKWebAppOpenPayForm',
  asks: true,
  params: ({ appId, params }) => ({ app_id: Number(appId), action: 'pay-to-service', params }),
  read(answer) {
    // Some clients wrap it.
    const { status, transaction_id } = isRecord(answer.result) ? answer.result : answer
    return {
      hint: status === true ? 'paid' : status === false ? 'closed' : 'unknown',
      ...(transaction_id !== undefined && { orderId: String(transaction_id) }),
    }
  },
}

/** A signature of what the user does, for `verifyVkHash` on the server. */
export const signedHash: VkAbility<{ payload: string }, { sign: string; ts: number }> = {
  method: 'VKWebAppCreateHash',
  params: ({ payload }) => ({ payload }),
  read: ({ sign, ts }) => ({ sign: String(sign ?? ''), ts: Number(ts) }),
}
