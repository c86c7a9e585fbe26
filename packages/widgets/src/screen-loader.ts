import type { Shop } from '@vitrina/core'
import { currentLanguage } from './language.ts'
import { createLater } from './later.ts'
import { laterTexts } from './texts/later-texts.ts'

export type Screens = typeof import('./page.tsx')

/** Fetches the code of the screens and their words when somebody wants one. */
export function createScreenLoader(shop: Shop): () => Promise<Screens | undefined> {
  // By name: a bundler that knows what is taken of a module may put into its file what others import from there too.
  const code = createLater(async () => {
    const { drawShop, openSheet } = await import('./page.tsx')
    return { drawShop, openSheet }
  }, 'openSheet')
  return () => {
    // Who draws them asks for the words again, and says it when they do not come.
    void laterTexts[currentLanguage(shop)].load()
    return code.load()
  }
}
