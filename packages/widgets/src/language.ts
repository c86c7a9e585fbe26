import type { Shop } from '@vitrina/core'
import { cardTexts } from './texts/card-texts.ts'

/** The languages that the widgets speak by themselves; `addLanguage` teaches them others. */
export type Language = 'ru' | 'en'

const russianReaders = ['be', 'kk', 'uk']

/** The nearest language that the widgets speak; VK gives `be`, `kk` and `uk` to people who read Russian. */
export function languageOf(locale: string): Language {
  const [primary = ''] = locale.toLowerCase().split(/[-_]/)
  if (Object.hasOwn(cardTexts, primary)) return primary as Language
  return russianReaders.includes(primary) ? 'ru' : 'en'
}

/** The buyer's language as the host says it, and the page's until it has. */
export function currentLanguage(shop: Shop): Language {
  return languageOf(shop.launch.getState()?.locale ?? (document.documentElement.lang || 'ru'))
}

/** Runs now and whenever the language becomes another one. */
export function watchLanguage(shop: Shop, run: () => void): () => void {
  let drawn = currentLanguage(shop)
  run()
  return shop.launch.subscribe(() => {
    const next = currentLanguage(shop)
    if (next === drawn) return
    drawn = next
    run()
  })
}
