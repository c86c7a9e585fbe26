import type { Money } from '@vitrina/core'
import { hex, needSecret, sha1 } from './digests.ts'
import { md5 } from './md5.ts'

/** What is to be paid with VK Pay. */
export interface VkPayForm {
  /** The shop's own id of the order; it comes back as `orderId` of the notification. */
  orderId: string
  /** Roubles. */
  amount: Money
  /** VK Pay shows 50 characters. */
  description: string
}

export interface SignVkPayFormOptions {
  /** As VK Pay gives it with the contract. */
  merchantId: number
  /** The merchant's private key, a text. */
  privateKey: string
  /** The secure key of the mini app. */
  secret: string
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * The `params` of `payForm`, signed by the merchant's key and by the app's. VK Pay takes them for an hour.
 * Source: https://dev.vk.com/pay/getting-started; it is not told there how VK writes numbers when it signs, so the amount is
 * a text. Try it with the test keys of VK Pay first.
 */
export async function signVkPayForm(
  { orderId, amount, description }: VkPayForm,
  { merchantId, privateKey, secret, now = Date.now }: SignVkPayFormOptions,
) {
  needSecret(secret)
  needSecret(privateKey)
  if (amount.currency !== 'RUB') throw new RangeError('VK Pay takes roubles.')
  const ts = Math.floor(now() / 1000)
  const sum = roubles(amount.amount)
  const order = { amount: sum, currency: 'RUB', order_id: orderId, ts }
  const merchant_data = base64(JSON.stringify(order))
  const data = {
    currency: 'RUB',
    merchant_data,
    merchant_sign: hex(await sha1(merchant_data + privateKey)),
    order_id: orderId,
    ts,
  }
  const params = {
    amount: sum,
    data,
    description: description.slice(0, 50),
    merchant_id: merchantId,
    version: 2,
  }
  return { ...params, sign: md5(appText(params) + secret) }
}

/** By name, one after the other: `amount=10data={…}description=…`. */
function appText(params: Record<string, unknown>): string {
  return Object.keys(params)
    .sort()
    .map(
      (name) => `${name}=${typeof params[name] === 'object' ? JSON.stringify(params[name]) : params[name]}`,
    )
    .join('')
}

/** Kopecks as VK Pay writes roubles: 1050 are `10.5`. */
function roubles(kopecks: number): string {
  const [whole, part] = [Math.floor(kopecks / 100), kopecks % 100]
  return part === 0 ? String(whole) : `${whole}.${String(part).padStart(2, '0').replace(/0$/, '')}`
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
