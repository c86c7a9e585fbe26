import type { Shop } from '@vitrina/core'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { prepareAside } from './aside.tsx'
import type { Components } from './components.ts'
import { Notice } from './notice.tsx'
import { parseRoute, type Route } from './route.ts'
import { Frame } from './screens/frame.tsx'
import { cardTexts } from './texts/card-texts.ts'
import { laterTexts } from './texts/later-texts.ts'
import { useLanguage } from './use-language.ts'
import { useLater } from './use-later.ts'
import { useStore } from './use-store.ts'

export interface ShopPageProps {
  shop: Shop
  /** What to show first; without it what the host's deep link says. */
  route?: Route | undefined
  /** Given in a sheet, where leaving means closing. */
  onClose?: (() => void) | undefined
  /** Lets the device's back button go back through the screens. Only for a page that is nothing but the shop. */
  history?: boolean | undefined
  /** Components of the page's own in the place of ours. */
  components?: Components | undefined
}

/** A whole shop: products, cart, checkout and orders. Draws nothing until the host has answered. */
export function ShopPage({ shop, route, onClose, history, components }: ShopPageProps): JSX.Element | null {
  const language = useLanguage(shop)
  const link = useStore(shop.launch, (launch) => launch?.deepLink)
  const launched = useStore(shop.launch, (launch) => launch !== null)
  const { value, failed, again } = useLater(laterTexts[language])
  const texts = value && Object.values(value)[0]
  // Most shops begin with their products: they come beside the words and the launch, not after them.
  useMemo(() => route ?? prepareAside().then((pieces) => pieces?.askAhead(shop)), [])
  if (failed && !texts) {
    const { screenFailed, retry } = cardTexts[language]
    return (
      <Notice title={screenFailed} role="alert">
        <button type="button" class="v-button v-quiet" part="retry" onClick={again}>
          {retry}
        </button>
      </Notice>
    )
  }
  if (!texts || (!route && !launched)) return null
  return (
    <Frame
      shop={shop}
      texts={texts}
      route={route ?? parseRoute(link)}
      components={components}
      onClose={onClose}
      history={history}
    />
  )
}
