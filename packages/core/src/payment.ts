import type { Money } from './money.ts'

export type PaymentMethod = 'cash' | 'card'

/** One attempt to pay an order. `pending` means that the money has not moved yet, or that nobody knows. */
export type Payment = { id: string; orderId: string } & (
  | { state: 'pending' /** The acquirer's page. */; url: string }
  | { state: 'paid' }
  | { state: 'failed'; reason: PaymentFailureReason }
)

export type PaymentFailureReason = 'declined' | 'authentication-failed' | 'cancelled' | 'expired'

/** Money that was paid and comes back: for an order that was cancelled, or that was paid twice. */
export interface Refund {
  amount: Money
  /** `due`: not sent back yet. */
  state: 'due' | 'done'
}
