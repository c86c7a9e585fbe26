import { randomUUID } from 'node:crypto'
import type { Clock } from '@vitrina/core'
import type { PaymentNotification } from '../payments/payment-provider.ts'
import { signWebhook } from '../payments/webhook-signature.ts'
import type { AcquirerPayment } from './acquirer-books.ts'
import type { HabitsOf } from './habits.ts'
import { notificationOf, subjectOf } from './test-acquirer.ts'

export interface NotificationDeps {
  fetch: typeof fetch
  clock: Clock
  secret: string
  /** Where the shop listens: `https://shop.example/acquirer/notifications`. */
  url: string
  habits: HabitsOf
}

/** Waits before each further try, in milliseconds; what is still lost then is asked for by the shop. */
const pauses = [1_000, 5_000, 30_000]
const late = 40_000

/** Tells the shop of a decision: one event, sent again until it is answered with 200. Resolves after the first try. */
export async function sendNotification(deps: NotificationDeps, payment: AcquirerPayment): Promise<void> {
  const habits = deps.habits(subjectOf(payment))
  if (habits.includes('never')) return
  const secret = habits.includes('forged') ? `${deps.secret} of somebody else` : deps.secret
  const told = notificationOf(payment, habits)
  const send = async () => {
    const decision = eventOf(told)
    const times = habits.includes('twice') ? 2 : 1
    await Promise.all(Array.from({ length: times }, () => attempt({ ...deps, secret }, decision, pauses)))
    if (!habits.includes('out-of-order')) return
    const { orderId, amount } = told.status
    await attempt(deps, eventOf({ ...told, status: { orderId, amount, state: 'pending' } }), pauses)
  }
  if (habits.includes('late')) deps.clock.after(late, () => void send())
  else await send()
}

interface Event {
  id: string
  body: string
}

function eventOf(notification: Omit<PaymentNotification, 'eventId'>): Event {
  return { id: `evt_${randomUUID()}`, body: JSON.stringify(notification) }
}

async function attempt(deps: NotificationDeps, event: Event, left: readonly number[]): Promise<void> {
  if (await post(deps, event)) return
  const [pause, ...rest] = left
  if (pause !== undefined) deps.clock.after(pause, () => void attempt(deps, event, rest))
}

async function post({ fetch, clock, secret, url }: NotificationDeps, { id, body }: Event): Promise<boolean> {
  const signed = signWebhook([secret], id, Math.floor(clock.now() / 1000), new TextEncoder().encode(body))
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body,
      signal: AbortSignal.timeout(3_000),
      redirect: 'error',
    })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}
