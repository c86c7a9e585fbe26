import type { Method, Params } from '../method.ts'
import type { Network } from '../network.ts'
import { ask } from '../question.ts'
import { clientError } from '../refusal.ts'

/** Sheets that a person pays on. No money moves, and no server is told. */
export const paymentMethods = {
  VKWebAppOpenPayForm: { vk: 'AIMW', ok: '', run: payForm },
  VKWebAppShowOrderBox: { vk: 'AMW', ok: 'AIMW', run: orderBox },
  VKWebAppShowSubscriptionBox: { vk: 'AIMW', ok: 'AIMW', run: subscriptionBox },
} satisfies Record<string, Method>

async function payForm(network: Network, { app_id, action, params }: Params) {
  if (app_id === undefined || typeof action !== 'string') return clientError(2)
  const { amount, description, merchant_id, data } = (params ?? {}) as Params
  if (action === 'pay-to-service' && (!Number(amount) || merchant_id === undefined || data === undefined)) {
    return clientError(5)
  }
  const sum = String(amount ?? '')
  const lines = [String(description ?? ''), sum && `${sum} ₽`].filter(Boolean)
  const { answer } = await ask(network, { subject: 'payment', method: 'VKWebAppOpenPayForm', lines })
  // A closed form is an answer, not a failure. https://dev.vk.com/pay/payment-window
  const status = answer === 'granted'
  return { status, transaction_id: status ? String(number()) : '', amount: sum, extra: null }
}

async function orderBox(network: Network, { type, item }: Params) {
  if (type !== 'item' || typeof item !== 'string' || item === '' || item.length > 64) return clientError(5)
  const { answer } = await ask(network, { subject: 'payment', method: 'VKWebAppShowOrderBox', lines: [item] })
  if (answer === 'refused') return clientError(4)
  if (answer === 'failed') return clientError(13)
  // The types of the bridge have `status`, the documentation and real clients `success`.
  return { success: true, status: 'success' as const, order_id: String(number()) }
}

async function subscriptionBox(network: Network, { action, item, subscription_id }: Params) {
  if (!/^(create|resume|cancel)$/.test(String(action))) return clientError(5)
  const subject = action === 'create' ? item : subscription_id
  if (typeof subject !== 'string' || subject === '') return clientError(2)
  const { answer } = await ask(network, {
    subject: 'payment',
    method: 'VKWebAppShowSubscriptionBox',
    lines: [`${String(action)}: ${subject}`],
  })
  if (answer === 'refused') return clientError(4)
  if (answer === 'failed') return clientError(13)
  return { success: true, subscriptionId: action === 'create' ? String(number()) : subject }
}

let last = 1000

function number(): number {
  last += 1
  return last
}
