import { addMoney, type Money, money, multiplyMoney, sumMoney } from '../money.ts'
import type { Promotion } from '../promotion.ts'
import type { Quote, QuotedOrder, QuoteLine } from '../quote.ts'
import type { Seller } from '../seller.ts'
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
  /** Of one parcel; each seller sends one. Null while none is chosen. */
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
  seller: Seller
  vatRate?: number | undefined
}

/** The sums of a quote, and what the buyer has to be told about them. */
export type CountedQuote = Pick<
  Quote,
  'lines' | 'orders' | 'subtotal' | 'discount' | 'promos' | 'delivery' | 'deliveryVat' | 'total' | 'vat'
> & {
  dropped: DroppedPromo[]
  belowMinimum?: { minimum: Money; missing: Money }
}

/**
 * Counts a cart: discounts are split over its lines to the minor unit, VAT is found in what is left of each. The sums of
 * the sellers' orders are those of the quote.
 */
export function countQuote(input: QuoteInput): CountedQuote {
  const { currency, minimumOrder } = input
  const prices = input.lines.map(({ unitPrice, quantity }) => multiplyMoney(unitPrice, quantity))
  const subtotal = sumMoney(prices, currency)
  const { good, dropped } = sift(input, subtotal)
  const shares = splitMoney(
    good.map(({ promotion }) => amountOff(promotion, subtotal)).find(({ amount }) => amount > 0) ??
      money(0, currency),
    prices.map(({ amount }) => amount),
  )
  const lines = input.lines.map(({ vatRate, seller, ...line }, index): QuoteLine => {
    const share = shares[index]?.amount ?? 0
    const total = money((prices[index]?.amount ?? 0) - share, currency)
    return {
      ...line,
      sellerId: seller.id,
      ...(share > 0 && { discount: money(share, currency) }),
      total,
      ...(vatRate !== undefined && { vat: includedVat(total, vatRate) }),
    }
  })
  const sellers = new Map(input.lines.map(({ seller }) => [seller.id, seller]))
  const orders = [...sellers.values()].map((seller) => countOrder(input, good, seller, lines))
  const belowMinimum = missingTo(minimumOrder, subtotal)
  return { lines, orders, ...sumOrders(orders, currency), dropped, ...(belowMinimum && { belowMinimum }) }
}

function countOrder(
  { currency, delivery: price, deliveryVatRate }: QuoteInput,
  good: readonly GoodCode[],
  seller: Seller,
  all: readonly QuoteLine[],
): QuotedOrder {
  const lines = all.filter(({ sellerId }) => sellerId === seller.id)
  const sum = (amountOf: (line: QuoteLine) => Money | undefined) =>
    sumMoney(
      lines.flatMap((line) => amountOf(line) ?? []),
      currency,
    )
  const none = money(0, currency)
  const discount = sum((line) => line.discount)
  const goods = sum(({ total }) => total)
  const delivery = price && good.some(isForDelivery) ? none : price
  const deliveryVat =
    delivery && deliveryVatRate !== undefined ? includedVat(delivery, deliveryVatRate) : undefined
  const vat = addMoney(
    sum((line) => line.vat?.amount),
    deliveryVat?.amount ?? none,
  )
  return {
    seller,
    subtotal: addMoney(goods, discount),
    ...(discount.amount > 0 && { discount }),
    promos: good.map(({ code, ...standing }) => ({
      code,
      amount: isForDelivery(standing) ? (price ?? none) : discount,
    })),
    delivery,
    ...(deliveryVat && { deliveryVat }),
    total: delivery ? addMoney(goods, delivery) : goods,
    ...(vat.amount > 0 && { vat }),
  }
}

/** Every order has the same codes and the same rate of VAT for its delivery; there is at least one. */
function sumOrders(orders: readonly QuotedOrder[], currency: string): Omit<QuotedOrder, 'seller'> {
  const sum = (amountOf: (order: QuotedOrder) => Money | null | undefined) =>
    sumMoney(
      orders.flatMap((order) => amountOf(order) ?? []),
      currency,
    )
  const [first] = orders
  const discount = sum((order) => order.discount)
  const vat = sum((order) => order.vat)
  return {
    subtotal: sum(({ subtotal }) => subtotal),
    ...(discount.amount > 0 && { discount }),
    promos: (first?.promos ?? []).map(({ code }, index) => ({
      code,
      amount: sum(({ promos }) => promos[index]?.amount),
    })),
    delivery: first?.delivery ? sum(({ delivery }) => delivery) : null,
    ...(first?.deliveryVat && {
      deliveryVat: { rate: first.deliveryVat.rate, amount: sum(({ deliveryVat }) => deliveryVat?.amount) },
    }),
    total: sum(({ total }) => total),
    ...(vat.amount > 0 && { vat }),
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

/** What it takes off the goods, in whole minor units, half a unit up; never more than they cost. */
function amountOff(promotion: Promotion, subtotal: Money): Money {
  const { amount, currency } = subtotal
  if (promotion.kind === 'free-delivery') return money(0, currency)
  if (promotion.kind === 'fixed') return money(Math.min(promotion.amount.amount, amount), currency)
  return money(Number((BigInt(amount) * BigInt(promotion.percent) * 2n + 100n) / 200n), currency)
}
