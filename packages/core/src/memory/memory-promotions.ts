import type { CodeStanding } from '../pricing/promotion-refusal.ts'
import type { AppliedPromo } from '../promotion.ts'
import { normalizePromoCode, type Promotion } from '../promotion.ts'

export interface MemoryPromotions {
  look(code: string): CodeStanding
  use(promos: readonly AppliedPromo[]): void
  giveBack(promos: readonly AppliedPromo[]): void
}

/** Promotions of the memory merchant, and how often its one buyer has used them. */
export function memoryPromotions(promotions: readonly Promotion[]): MemoryPromotions {
  const known = new Map(promotions.map((promotion) => [normalizePromoCode(promotion.code), promotion]))
  const uses = new Map<string, number>()
  const count = (promos: readonly AppliedPromo[], by: 1 | -1) => {
    for (const { code } of promos) uses.set(code, (uses.get(code) ?? 0) + by)
  }
  return {
    look(code) {
      const used = uses.get(code) ?? 0
      return { code, promotion: known.get(code), used, usedByBuyer: used }
    },
    use: (promos) => count(promos, 1),
    giveBack: (promos) => count(promos, -1),
  }
}
