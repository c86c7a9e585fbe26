import type { Shop } from '@vitrina/core'
import { render } from 'preact'
import type { Components } from './components.ts'
import { parseRoute } from './route.ts'
import { ShopPage } from './shop-page.tsx'
import { adoptScreenStyles } from './styles/adopt-screen-styles.ts'

export { openSheet } from './sheet.tsx'

export interface ShopElementOptions {
  /** A deep link: what to show first. */
  route: string | null
  history: boolean
  components: Components | undefined
}

/** Draws a whole shop into the shadow root of an element. */
export function drawShop(
  shop: Shop,
  root: ShadowRoot,
  { route, history, components }: ShopElementOptions,
): () => void {
  adoptScreenStyles(root)
  const first = route === null ? undefined : parseRoute(route)
  render(<ShopPage shop={shop} route={first} history={history} components={components} />, root)
  return () => render(null, root)
}
