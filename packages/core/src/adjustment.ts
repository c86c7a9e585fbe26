import type { Money } from './money.ts'
import type { PromoRefusal } from './promotion.ts'

/**
 * A change that the server made to what the buyer asked for, or asks for itself. It has an id, is repeated in answers
 * until its revision is known to the client, and is shown until the buyer acknowledges it.
 */
export type Adjustment = { id: string } & (
  | ({ variantId: string; title: string } & (
      | { code: 'capped'; requested: number; available: number }
      | { code: 'gone' }
      | { code: 'repriced'; before: Money; after: Money }
    ))
  /** The code takes nothing off, and this is why. */
  | ({ code: 'promo-dropped'; promoCode: string } & PromoRefusal)
  /** The shop takes orders from `minimum` of goods on, before discounts; `missing` is how much more that is. */
  | { code: 'minimum-not-met'; minimum: Money; missing: Money }
  /** The server does not accept the operation at all; nothing was changed by it. `title` is the article, or the code. */
  | { code: 'refused'; title: string; reason: string }
  /** The cart of a guest met that of the buyer whom the guest became. In pieces: what came along, what was left out. */
  | { code: 'merged'; pieces: number; dropped: number }
)

export type AdjustmentCode = Adjustment['code']
