import type { Product, Variant } from '@vitrina/core'
import type { Language } from './language.ts'
import { moneyText } from './money-text.ts'
import { cardTexts } from './texts/card-texts.ts'

export interface PriceText {
  now: string
  /** Before a reduction. */
  was?: string
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
