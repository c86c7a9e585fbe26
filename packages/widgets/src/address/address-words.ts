import { plural } from '../texts/plural.ts'

/** What is said aloud beside the field. */
export interface AddressWords {
  /** The name of the list. */
  suggestions: string
  found: (count: number) => string
}

/** In the language of what is around the field. */
export const addressWords: Record<string, AddressWords> & Record<'ru' | 'en', AddressWords> = {
  ru: {
    suggestions: 'Подсказки адреса',
    found: (count) => plural('ru', count, { one: 'подсказка', few: 'подсказки', other: 'подсказок' }),
  },
  en: {
    suggestions: 'Suggested addresses',
    found: (count) => plural('en', count, { one: 'suggestion', other: 'suggestions' }),
  },
}
