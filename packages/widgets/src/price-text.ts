import type { Product, Variant } from '@vitrina/core'
import type { Language } from './language.ts'
import { moneyText } from './money-text.ts'
import { cardTexts } from './texts/card-texts.ts'

export interface PriceText {
  now: string
  /** Before a reduction. */
  was?: string
}

/** Longer than what stands in its full size in a card of half a small phone: `999 999,99 ₽`. */
export function isLongPrice(now: string): boolean {
  return now.length > 11
}

/**
 * A variant's price and the one before a reduction, in words. With a product whose other variants are dearer the
 * price reads “from …”.
 */
export function priceText({ price, compareAt }: Variant, language: Language, product?: Product): PriceText {
  const money = moneyText(language)
  const dearer = product?.variants.some((other) => other.price.amount > price.amount)
  const now = dearer ? `${cardTexts[language].from} ${money(price)}` : money(price)
  return compareAt ? { now, was: money(compareAt) } : { now }
}
