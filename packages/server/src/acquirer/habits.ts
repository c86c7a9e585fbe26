/** What acquirers are known to do, as switches of the test acquirer. */
export const acquirerHabits = [
  /** The notification comes forty seconds after the decision. */
  'late',
  /** Each notification is sent twice, at the same time. */
  'twice',
  /** An older event ("still pending") comes after the decision. */
  'out-of-order',
  /** What was asked for is done, and the answer is a fault all the same: the first time, for a payment and a refund. */
  'error-after-success',
  /** No notification at all. */
  'never',
  /** It speaks of one minor unit less than was asked for. */
  'wrong-amount',
  /** Its notifications are signed with a secret that is not ours. */
  'forged',
] as const

export type AcquirerHabit = (typeof acquirerHabits)[number]

/** A payment as the acquirer was asked for it. */
export interface AcquirerSubject {
  paymentId: string
  orderId: string
  orderNumber: string
}

export type HabitsOf = (payment: AcquirerSubject) => readonly AcquirerHabit[]
