import { type Adjustment, type DeliveryOption, fail, ok, type Quote, type Result } from '@vitrina/core'
import { type CountedQuote, countQuote } from '@vitrina/core/pricing'
import { canonicalHash } from '../canonical-hash.ts'
import type { ShopConfig } from '../configuration/shop-config.ts'
import { codeStanding } from '../promotions/code-uses.ts'
import { countedLineOf, lineAdjustments } from './priced-lines.ts'
import { quoteHash } from './quote-hash.ts'
import type { CheckoutExtract } from './read-checkouts.ts'

export interface Pricing {
  /** Null while no delivery is chosen. */
  option: DeliveryOption | null
  /** Milliseconds. */
  now: number
}

/**
 * The server's prices for what is in the cart. Lines are priced as the buyer has them: one of which there is too
 * little is reported, and refused when it is ordered. So is a code that takes nothing off.
 */
export function priceCart(
  shop: ShopConfig,
  { revision, promoCodes, rows, uses }: CheckoutExtract,
  { option, now }: Pricing,
): Result<Quote, { code: 'cart-empty' }> {
  const counted = rows.flatMap((row) => countedLineOf(row, shop))
  if (counted.length === 0) return fail({ code: 'cart-empty' })
  const { dropped, belowMinimum, ...sums } = countQuote({
    currency: shop.currency,
    lines: counted,
    delivery: option?.price ?? null,
    deliveryVatRate: shop.vatRate,
    codes: promoCodes.map((code) => codeStanding(shop, code, uses)),
    minimumOrder: shop.minimumOrder,
    now,
  })
  return ok({
    hash: quoteHash({ ...sums, deliveryOptionId: option?.id ?? null }, sums.total),
    revision,
    ...sums,
    // A card has no part in an order for which nothing is to be paid.
    paymentMethods: sums.total.amount === 0 ? ['cash'] : shop.paymentMethods,
    adjustments: [
      ...rows.flatMap((row) => lineAdjustments(row, shop.currency)),
      ...cartAdjustments({ dropped, belowMinimum }),
    ],
  })
}

/** With ids made from what they say: the same fact asked for again is the same adjustment, seen or not. */
function cartAdjustments({ dropped, belowMinimum }: Pick<CountedQuote, 'dropped' | 'belowMinimum'>) {
  const adjustments: Adjustment[] = dropped.map((promo) => ({
    id: canonicalHash(promo),
    code: 'promo-dropped',
    ...promo,
  }))
  if (belowMinimum) {
    adjustments.push({ id: canonicalHash(belowMinimum), code: 'minimum-not-met', ...belowMinimum })
  }
  return adjustments
}
