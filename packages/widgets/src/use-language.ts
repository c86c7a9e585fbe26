import type { Shop } from '@vitrina/core'
import { currentLanguage, type Language } from './language.ts'
import { useStore } from './use-store.ts'

/** The buyer's language. */
export function useLanguage(shop: Shop): Language {
  return useStore(shop.launch, () => currentLanguage(shop))
}
