import type { Language } from './language.ts'
import { createLater } from './later.ts'
import type { AsideTexts } from './texts/aside/aside-texts.ts'
import { type CardTexts, cardTexts } from './texts/card-texts.ts'
import { laterTexts } from './texts/later-texts.ts'
import type { Texts } from './texts/texts.ts'

export type { AsideTexts } from './texts/aside/aside-texts.ts'
export type { CardTexts } from './texts/card-texts.ts'
export { plural } from './texts/plural.ts'
export type { MoneyText, Texts } from './texts/texts.ts'

/** Everything that screens say beyond what cards say. */
export type ScreenTexts = Omit<Texts, keyof CardTexts | 'language' | 'aside'> & { aside: AsideTexts }

export interface LanguageTexts {
  /** What cards and the cart button say; in the page's first bytes. */
  cards: CardTexts
  /** Fetches the rest when the first screen opens; a failure is told to the buyer, and it is asked again. */
  screens: () => Promise<ScreenTexts>
}

/**
 * Teaches the widgets a language, or other words for one that they speak. It is spoken to buyers whose host, or page
 * before a host has answered, names it. Before the elements are defined: what is drawn stays as it is. The direction of
 * writing is the page's own, `<html dir="rtl">`.
 *
 * @param language A primary language subtag as BCP 47 has it, in lower case: `he`, `es`. It is used for prices and plurals, too.
 * @example
 * addLanguage('he', { cards, screens: () => import('./hebrew.js').then(({ hebrew }) => hebrew) })
 * defineElements(shop)
 */
export function addLanguage(language: string, { cards, screens }: LanguageTexts): void {
  // Intl refuses what is no language, and does it here, not in the middle of a purchase.
  Intl.getCanonicalLocales(language)
  const name = language as Language
  cardTexts[name] = cards
  laterTexts[name] = createLater(
    async () => ({ [name]: { ...(await screens()), ...cards, language: name } }),
    name,
  )
}

/** What the widgets say by themselves: to change a few words of it, and give it back to `addLanguage`. */
export async function builtInTexts(language: Language): Promise<LanguageTexts> {
  const [screens, aside] = await Promise.all(
    language === 'ru'
      ? [import('./texts/ru.ts').then(({ ru }) => ru), import('./texts/aside/ru.ts').then(({ ru }) => ru)]
      : [import('./texts/en.ts').then(({ en }) => en), import('./texts/aside/en.ts').then(({ en }) => en)],
  )
  return { cards: cardTexts[language], screens: async () => ({ ...screens, aside }) }
}
