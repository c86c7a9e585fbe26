import type { Money } from './money.ts'

/** A code that a merchant gives out, and what it takes off. */
export type Promotion = {
  /** As buyers type it; upper and lower case and spaces make no difference. */
  code: string
  /** ISO 8601 with a zone: good from, and good before. */
  from?: string
  until?: string
  /** Goods for at least this much, before discounts. */
  minimum?: Money
  /** How many orders can use it in all; and of one buyer: 1 is a code for a single use. */
  limit?: number
  limitPerBuyer?: number
} & (
  | { kind: 'percent'; percent: number }
  /** Off the goods, never more than they cost. */
  | { kind: 'fixed'; amount: Money }
  | { kind: 'free-delivery' }
)

/** Why a code takes nothing off. */
export type PromoRefusal =
  | { reason: PromoRefusalReason }
  /** Goods for `missing` more, and it does. */
  | { reason: 'minimum-not-met'; minimum: Money; missing: Money }

export type PromoRefusalReason =
  /** The shop has no such code. */
  | 'unknown'
  | 'not-yet'
  | 'expired'
  /** As many as could have used it. */
  | 'used-up'
  | 'used-by-you'
  /** A newer one took its place: a cart has one code for a discount and one for the delivery. */
  | 'replaced'

/** A code that counts in a quote, and what it takes off the goods, or off the delivery. */
export interface AppliedPromo {
  code: string
  amount: Money
}

/** How long a code can be. */
export const promoCodeSize = 40

/** One way to write a code, however it was typed or pasted: upper case, without spaces and what cannot be seen. */
export function normalizePromoCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{C}]/gu, '')
    .slice(0, promoCodeSize)
}
