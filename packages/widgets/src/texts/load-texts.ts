import type { Language } from '../language.ts'
import type { Texts } from './texts.ts'

/** Fetches what the screens say in one language; the other one is never downloaded. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'ru':
      return (await import('./ru.ts')).ru
    case 'en':
      return (await import('./en.ts')).en
  }
}
