import type { PromoOperation } from '../cart.ts'
import { type CodeStanding, type DroppedPromo, isForDelivery, promotionRefusal } from './promotion-refusal.ts'

export interface CodeChange {
  promoCodes: string[]
  /** What is not in the cart, or not any more, and why. */
  dropped: DroppedPromo[]
}

/**
 * One intent of the buyer over the codes of a cart. A code that cannot be used does not come in; a good one takes the
 * place of the one before it: discounts are not added up. One that wants more goods stays, for they may come.
 */
export function changePromoCodes(
  before: readonly string[],
  { kind, code }: Pick<PromoOperation, 'kind' | 'code'>,
  look: (code: string) => CodeStanding,
  now: number,
): CodeChange {
  const others = before.filter((other) => other !== code)
  if (kind === 'remove-promo') return { promoCodes: others, dropped: [] }
  const standing = look(code)
  const refusal = promotionRefusal(standing, now)
  if (refusal) return { promoCodes: others, dropped: [{ promoCode: code, ...refusal }] }
  const stays = (other: string) => {
    const known = look(other)
    return known.promotion !== undefined && isForDelivery(known) !== isForDelivery(standing)
  }
  return {
    promoCodes: [...others.filter(stays), code],
    dropped: others
      .filter((other) => !stays(other))
      .map((promoCode) => ({ promoCode, reason: 'replaced' }) as const),
  }
}
