import type { Clock } from '@vitrina/core'
import { signWebhook } from '../payments/webhook-signature.ts'
import type { Tell } from './order-event.ts'

export interface Webhook {
  /** `https://erp.example/orders`. */
  url: string
  /** The first signs, and so does each of the others: a receiver that knows one of them is content. */
  secrets: readonly string[]
}

export interface WebhookDeps {
  fetch: typeof fetch
  clock: Clock
}

const timeLimit = 10_000

/** Posts events as Standard Webhooks writes them down; any 2xx means that it was taken. Redirects are not followed. */
export function webhookTeller({ url, secrets }: Webhook, { fetch, clock }: WebhookDeps): Tell {
  return async ({ id, type, timestamp, shopId, order }) => {
    const body = JSON.stringify({ type, timestamp, data: { shop: shopId, order } })
    const seconds = Math.floor(clock.now() / 1000)
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signWebhook(secrets, id, seconds, new TextEncoder().encode(body)),
      },
      body,
      signal: AbortSignal.timeout(timeLimit),
      redirect: 'error',
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The webhook answered ${response.status}.`)
  }
}
