import { type Money, money } from '../money.ts'
import type { PromoRefusal, Promotion } from '../promotion.ts'

/** A code and what is known of it. */
export interface CodeStanding {
  code: string
  /** Undefined when the shop has no such code. */
  promotion: Promotion | undefined
  /** Orders that have used it, and those of this buyer; what was cancelled does not count. */
  used: number
  usedByBuyer: number
}

export type DroppedPromo = { promoCode: string } & PromoRefusal

/** Why a code cannot be used now, whatever is in the cart; undefined when it can. `now` in milliseconds. */
export function promotionRefusal(
  { promotion, used, usedByBuyer }: Omit<CodeStanding, 'code'>,
  now: number,
): PromoRefusal | undefined {
  if (!promotion) return { reason: 'unknown' }
  const { from, until, limit, limitPerBuyer } = promotion
  if (from !== undefined && now < Date.parse(from)) return { reason: 'not-yet' }
  if (until !== undefined && now >= Date.parse(until)) return { reason: 'expired' }
  if (limitPerBuyer !== undefined && usedByBuyer >= limitPerBuyer) return { reason: 'used-by-you' }
  if (limit !== undefined && used >= limit) return { reason: 'used-up' }
  return undefined
}

/** What goods lack to a minimum; undefined when they reach it, or there is none. */
export function missingTo(
  minimum: Money | undefined,
  subtotal: Money,
): { minimum: Money; missing: Money } | undefined {
  if (!minimum || subtotal.amount >= minimum.amount) return undefined
  return { minimum, missing: money(minimum.amount - subtotal.amount, subtotal.currency) }
}

/** A cart has one code for the goods and one for the delivery. */
export function isForDelivery({ promotion }: Pick<CodeStanding, 'promotion'>): boolean {
  return promotion?.kind === 'free-delivery'
}
