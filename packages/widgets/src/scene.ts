import type { Shop } from '@vitrina/core'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Components } from './components.ts'
import type { Route } from './route.ts'
import type { MoneyText, Texts } from './texts/texts.ts'

/** What every screen needs. */
export interface Scene {
  shop: Shop
  texts: Texts
  money: MoneyText
  /** What the page draws in the place of ours. */
  components: Components | undefined
  navigate: (route: Route) => void
  /** Leaves the flow: closes the sheet, or goes back to the products of a whole shop. */
  leave: () => void
}

export const SceneContext = createContext<Scene | null>(null)

/** The scene around a screen. Throws outside of one: only a programmer can cause that. */
export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (!scene) throw new Error('Drawn outside of ShopPage')
  return scene
}
