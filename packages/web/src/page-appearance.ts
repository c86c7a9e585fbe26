import { type Appearance, createStore, type ReadableStore } from '@vitrina/core'

export type MatchMedia = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener'>

/** Light or dark as the browser prefers, and as it changes its mind; `fixed` for a page that is only one of them. */
export function pageAppearance(
  matchMedia: MatchMedia,
  fixed?: Appearance['scheme'],
): ReadableStore<Appearance> {
  const insets = { top: 0, right: 0, bottom: 0, left: 0 }
  if (fixed) return createStore<Appearance>({ scheme: fixed, insets })
  const preference = matchMedia('(prefers-color-scheme: dark)')
  const of = (dark: boolean): Appearance => ({ scheme: dark ? 'dark' : 'light', insets })
  const store = createStore(of(preference.matches))
  preference.addEventListener('change', ({ matches }) => store.set(of(matches)))
  return store
}
