import { formatMoney } from '@vitrina/core'
import type { Language } from './language.ts'
import type { MoneyText } from './texts/texts.ts'

/** How money is written in a language. Goes by the language of the texts, since a host's locale may be malformed. */
export function moneyText(language: Language): MoneyText {
  return (value) => formatMoney(value, language)
}
