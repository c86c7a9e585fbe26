import type { Money } from './money.ts'

/**
 * A change that the server made to what the buyer asked for. It has an id, is repeated in answers until its
 * revision is known to the client, and is shown until the buyer acknowledges it.
 */
export type Adjustment = { id: string } & (
  | ({ variantId: string; title: string } & (
      | { code: 'capped'; requested: number; available: number }
      | { code: 'gone' }
      | { code: 'repriced'; before: Money; after: Money }
      /** The server does not accept the operation at all; nothing was changed by it. */
      | { code: 'refused'; reason: string }
    ))
  /** The cart of a guest met that of the buyer whom the guest became. In pieces: what came along, what was left out. */
  | { code: 'merged'; pieces: number; dropped: number }
)

export type AdjustmentCode = Adjustment['code']
