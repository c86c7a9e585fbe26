import { fail, ok, type Result } from '@vitrina/core'
import { type NotificationFailure, readNotification } from './read-notification.ts'
import { malformed } from './signature-failure.ts'

/** A purchase for OKi that Odnoklassniki wants confirmed. */
export interface OkPayment {
  /** Of Odnoklassniki. */
  userId: string
  transactionId: string
  product: string
  /** OKi. Whether that is the product's price is the shop's to check. */
  amount: number
  kind: 'purchase' | 'subscription' | 'trial' | 'unsubscribe'
  applicationKey: string
  params: Readonly<Record<string, string>>
}

const kinds = {
  reg_subscription: 'subscription',
  trial_subscription: 'trial',
  unsubscribe: 'unsubscribe',
} as const

/**
 * Reads the query of Odnoklassniki's request (GET) to the address for its payments. It comes three times, five seconds
 * apart, and then the money goes back: act once for each `transactionId`.
 * https://apiok.ru/dev/methods/rest/callbacks/callbacks.payment
 */
export function readOkPaymentNotification(
  query: string,
  { secret, applicationKey }: { secret: string; applicationKey?: string },
): Result<OkPayment, NotificationFailure> {
  const read = readNotification(query, secret)
  if (!read.ok) return read
  const params = read.value
  const { uid = '', transaction_id = '', product_code = '', amount = '', application_key = '' } = params
  if (applicationKey !== undefined && application_key !== applicationKey)
    return fail({ code: 'wrong-app', reason: 'It is about another application key.' })
  const kind = readKind(params.extra_attributes ?? '')
  const fits = /^\d{1,20}$/.test(uid) && /^\d{1,20}$/.test(transaction_id) && /^\d{1,9}$/.test(amount)
  if (params.method !== 'callbacks.payment' || !fits || product_code === '' || kind === undefined)
    return malformed('A part of it is missing or unknown.')
  return ok({
    userId: uid,
    transactionId: transaction_id,
    product: product_code,
    amount: Number(amount),
    kind,
    applicationKey: application_key,
    params,
  })
}

/** Attributes may be the app's own; only their `action` makes it something else than a purchase. */
function readKind(attributes: string): OkPayment['kind'] | undefined {
  if (attributes === '') return 'purchase'
  try {
    const { action } = Object(JSON.parse(attributes)) as { action?: unknown }
    if (action === undefined) return 'purchase'
    return typeof action === 'string' && Object.hasOwn(kinds, action)
      ? kinds[action as keyof typeof kinds]
      : undefined
  } catch {
    return undefined
  }
}

export type OkPaymentRefusal = NotificationFailure['code'] | 'wrong-payment' | 'unavailable' | 'unknown'

const errors: Readonly<Record<OkPaymentRefusal, number>> = {
  unknown: 1,
  unavailable: 2,
  'bad-signature': 104,
  malformed: 1001,
  duplicate: 1001,
  'wrong-app': 1001,
  'wrong-payment': 1001,
}

/** The answer to it: without a refusal the purchase is confirmed. */
export function okPaymentAnswer(refusal?: OkPaymentRefusal): Response {
  const headers = { 'content-type': 'application/json' }
  if (refusal === undefined) return new Response('true', { headers })
  const error_code = errors[refusal]
  return new Response(JSON.stringify({ error_code, error_msg: refusal, error_data: null }), {
    headers: { ...headers, 'invocation-error': String(error_code) },
  })
}
