import type { Decision } from '../../test/desk/acquirer-page.ts'

/** The step of the checkout that is right to be shown after each way to pay. */
export const outcomes = {
  cash: 'placed',
  approve: 'placed',
  '3-D Secure': 'placed',
  decline: 'unpaid',
  'wrong code': 'unpaid',
  close: 'paying',
} as const satisfies Record<Decision | 'cash', string | null>

/** What the books must say of the payment then. */
export const payments = {
  cash: null,
  approve: 'paid',
  '3-D Secure': 'paid',
  decline: 'failed',
  'wrong code': 'failed',
  close: 'pending',
} as const satisfies Record<Decision | 'cash', string | null>
