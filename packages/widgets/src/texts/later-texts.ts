import type { Language } from '../language.ts'
import { createLater, type Later } from '../later.ts'
import type { Texts } from './texts.ts'

/** What screens say from a card to a paid order; the other language is never downloaded. */
export const laterTexts: Record<Language, Later<Texts>> = {
  ru: createLater(async () => (await import('./ru.ts')).ru),
  en: createLater(async () => (await import('./en.ts')).en),
}
