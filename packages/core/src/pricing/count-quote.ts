import { addMoney, type Money, money, multiplyMoney, sumMoney } from '../money.ts'
import type { AppliedPromo, Promotion } from '../promotion.ts'
import type { Quote, QuoteLine } from '../quote.ts'
import { includedVat } from './included-vat.ts'
import {
  type CodeStanding,
  type DroppedPromo,
  isForDelivery,
  missingTo,
  promotionRefusal,
} from './promotion-refusal.ts'
import { splitMoney } from './split-money.ts'

export interface QuoteInput {
  currency: string
  lines: readonly CountedLine[]
  /** Null while none is chosen. */
  delivery: Money | null
  /** In whole per cent; left out where there is no VAT. */
  deliveryVatRate?: number | undefined
  /** Of the cart, in its order. */
  codes: readonly CodeStanding[]
  /** Goods, before discounts, that the shop takes orders from. */
  minimumOrder?: Money | undefined
  /** Milliseconds. */
  now: number
}

export type CountedLine = Pick<QuoteLine, 'variantId' | 'title' | 'quantity' | 'unitPrice'> & {
  vatRate?: number | undefined
}

/** The sums of a quote, and what the buyer has to be told about them. */
export type CountedQuote = Pick<
  Quote,
  'lines' | 'subtotal' | 'discount' | 'promos' | 'delivery' | 'deliveryVat' | 'total' | 'vat'
> & {
  dropped: DroppedPromo[]
  belowMinimum?: { minimum: Money; missing: Money }
}

/** Counts a cart: discounts are split over its lines to the minor unit, VAT is found in what is left of each. */
export function countQuote(input: QuoteInput): CountedQuote {
  const { currency, delivery: deliveryPrice, deliveryVatRate, minimumOrder } = input
  const prices = input.lines.map(({ unitPrice, quantity }) => multiplyMoney(unitPrice, quantity))
  const subtotal = sumMoney(prices, currency)
  const { good, dropped } = sift(input, subtotal)
  const promos = good.map(({ code, promotion }): AppliedPromo => {
    if (promotion.kind !== 'free-delivery') return { code, amount: amountOff(promotion, subtotal) }
    return { code, amount: deliveryPrice ?? money(0, currency) }
  })
  const discount = promos.find((_, index) => good[index]?.promotion.kind !== 'free-delivery')?.amount
  const shares = splitMoney(
    discount ?? money(0, currency),
    prices.map(({ amount }) => amount),
  )
  const lines = input.lines.map(({ vatRate, ...line }, index): QuoteLine => {
    const share = shares[index]?.amount ?? 0
    const total = money((prices[index]?.amount ?? 0) - share, currency)
    return {
      ...line,
      ...(share > 0 && { discount: money(share, currency) }),
      total,
      ...(vatRate !== undefined && { vat: includedVat(total, vatRate) }),
    }
  })
  const free = good.some(isForDelivery)
  const delivery = free && deliveryPrice ? money(0, currency) : deliveryPrice
  const deliveryVat =
    delivery && deliveryVatRate !== undefined ? includedVat(delivery, deliveryVatRate) : undefined
  const goods = sumMoney(
    lines.map(({ total }) => total),
    currency,
  )
  const vat = sumMoney(
    [...lines, { vat: deliveryVat }].flatMap((line) => line.vat?.amount ?? []),
    currency,
  )
  const belowMinimum = missingTo(minimumOrder, subtotal)
  return {
    lines,
    subtotal,
    ...(discount && discount.amount > 0 && { discount }),
    promos,
    delivery,
    ...(deliveryVat && { deliveryVat }),
    total: delivery ? addMoney(goods, delivery) : goods,
    ...(vat.amount > 0 && { vat }),
    dropped,
    ...(belowMinimum && { belowMinimum }),
  }
}

type GoodCode = CodeStanding & { promotion: Promotion }

/** Of several good codes for the same thing the latest counts, as it would have had they been given one by one. */
function sift({ codes, now }: QuoteInput, subtotal: Money) {
  const good: GoodCode[] = []
  const dropped: DroppedPromo[] = []
  for (const standing of [...codes].reverse()) {
    const { code: promoCode, promotion } = standing
    const short = missingTo(promotion?.minimum, subtotal)
    const refusal =
      promotionRefusal(standing, now) ?? (short && { reason: 'minimum-not-met' as const, ...short })
    if (refusal) dropped.unshift({ promoCode, ...refusal })
    else if (good.some((other) => isForDelivery(other) === isForDelivery(standing))) {
      dropped.unshift({ promoCode, reason: 'replaced' })
    } else if (promotion) good.unshift({ ...standing, promotion })
  }
  return { good, dropped }
}

/** Whole minor units, half a unit up; never more than the goods cost. */
function amountOff(promotion: Exclude<Promotion, { kind: 'free-delivery' }>, subtotal: Money): Money {
  const { amount, currency } = subtotal
  if (promotion.kind === 'fixed') return money(Math.min(promotion.amount.amount, amount), currency)
  return money(Number((BigInt(amount) * BigInt(promotion.percent) * 2n + 100n) / 200n), currency)
}
