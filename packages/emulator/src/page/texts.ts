import { en } from './texts-en.ts'
import { ru } from './texts-ru.ts'

/** Whatever the page says; Russian is the measure. */
export type Texts = typeof ru

export const texts: Readonly<Record<'ru' | 'en', Texts>> = { ru, en }
