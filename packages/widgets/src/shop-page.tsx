import type { Shop } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Notice } from './notice.tsx'
import { parseRoute, type Route } from './route.ts'
import { Frame } from './screens/frame.tsx'
import { cardTexts } from './texts/card-texts.ts'
import { loadTexts } from './texts/load-texts.ts'
import type { Texts } from './texts/texts.ts'
import { useLanguage } from './use-language.ts'
import { useStore } from './use-store.ts'

export interface ShopPageProps {
  shop: Shop
  /** What to show first; without it what the host's deep link says. */
  route?: Route
  /** Given in a sheet, where leaving means closing. */
  onClose?: () => void
  /** Lets the device's back button go back through the screens. Only for a page that is nothing but the shop. */
  history?: boolean
}

/** A whole shop: products, cart, checkout and orders. Draws nothing until the host has answered. */
export function ShopPage({ shop, route, onClose, history }: ShopPageProps): JSX.Element | null {
  const language = useLanguage(shop)
  const link = useStore(shop.launch, (launch) => launch?.deepLink)
  const launched = useStore(shop.launch, (launch) => launch !== null)
  const [texts, setTexts] = useState<Texts | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    setFailed(false)
    loadTexts(language).then(
      (loaded) => current && setTexts(loaded),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [language])
  if (failed && !texts) return <Notice title={cardTexts[language].screenFailed} role="alert" />
  if (!texts || (!route && !launched)) return null
  return (
    <Frame
      shop={shop}
      texts={texts}
      route={route ?? parseRoute(link)}
      {...(onClose && { onClose })}
      {...(history && { history })}
    />
  )
}
