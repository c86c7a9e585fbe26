import type { Language } from '../language.ts'
import { createLater, type Later } from '../later.ts'
import type { Texts } from './texts.ts'

/** What screens say from a card to a paid order; the other language is never downloaded. */
export const laterTexts: Record<Language, Later<Partial<Record<Language, Texts>>>> = {
  ru: createLater(() => import('./ru.ts'), 'ru'),
  en: createLater(() => import('./en.ts'), 'en'),
}
