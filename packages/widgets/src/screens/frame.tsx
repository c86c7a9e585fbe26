import type { Shop } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { prepareAside } from '../aside.tsx'
import { CartButton } from '../cart-button.tsx'
import { CheckoutScreen } from '../checkout/checkout-screen.tsx'
import type { Components } from '../components.ts'
import { IconButton } from '../icon-button.tsx'
import { shapes } from '../icon-shapes.ts'
import { moneyText } from '../money-text.ts'
import type { Route } from '../route.ts'
import { type Scene, SceneContext } from '../scene.ts'
import { send } from '../send.ts'
import type { Texts } from '../texts/texts.ts'
import { OrderScreen, OrdersScreen, ProductsScreen, SellerScreen, WishListScreen } from './asides.ts'
import { CartScreen } from './cart-screen.tsx'
import { ProductScreen } from './product-screen.tsx'
import { Unfinished } from './unfinished.tsx'
import { useTrail } from './use-trail.ts'

export interface FrameProps {
  shop: Shop
  texts: Texts
  /** What to show first. */
  route: Route
  components: Components | undefined
  /** Given in a sheet, where leaving means closing; without it leaving means going to the products. */
  onClose: (() => void) | undefined
  /** Lets the device's back button go back through the screens. */
  history: boolean | undefined
}

/** A bar with the way back and the cart, and under it one screen at a time. */
export function Frame(props: FrameProps): JSX.Element {
  const { shop, texts, components, route: first, onClose, history } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const trail = useTrail(first, { history, place: heading })
  const { route, navigate, back, home } = trail
  const leave = onClose ?? home
  // Made anew whenever the frame is drawn: that is when the screen or the language is another one.
  const scene: Scene = { shop, texts, money: moneyText(texts.language), components, navigate, leave }
  const shown = useRef(route)
  useLayoutEffect(() => {
    if (heading.current) send(heading.current, 'vitrina-screen', route)
    if (shown.current === route) return
    shown.current = route
    // Who goes by ear or by keyboard starts at the top of the new screen, not at a button that is gone.
    heading.current?.focus({ preventScroll: true })
  }, [route])
  const canGoBack = trail.depth > 1 || (!onClose && route.name !== 'products')
  // A sheet lies over a page that has its header and its main part already.
  const [Whole, Head] = onClose ? (['div', 'div'] as const) : (['main', 'header'] as const)
  return (
    <SceneContext.Provider value={scene}>
      <Whole class="v-page" lang={texts.language}>
        <Head class="v-head">
          {canGoBack && (
            <IconButton
              part="back"
              label={texts.back}
              shape={shapes.back}
              onClick={trail.depth > 1 ? back : home}
            />
          )}
          <h1 class="v-heading" id="v-heading" tabIndex={-1} ref={heading}>
            {texts[titleOf(route.name)]}
          </h1>
          {route.name !== 'orders' && route.name !== 'checkout' && (
            <IconButton
              part="orders"
              label={texts.orders}
              shape={shapes.orders}
              onPointerOver={prepareAside}
              onFocus={prepareAside}
              onClick={() => navigate({ name: 'orders' })}
            />
          )}
          {route.name !== 'cart' && route.name !== 'checkout' && (
            <CartButton shop={shop} onOpen={() => navigate({ name: 'cart' })} />
          )}
          {onClose && <IconButton part="close" label={texts.close} shape={shapes.close} onClick={onClose} />}
        </Head>
        <div class="v-body">
          {route.name !== 'checkout' && <Unfinished />}
          {trail.visitedProducts && (
            // Kept while a product is looked at: the way back leads to the same place in the list.
            <div class="v-kept" hidden={route.name !== 'products'}>
              <ProductsScreen />
            </div>
          )}
          <Screen route={route} />
        </div>
      </Whole>
    </SceneContext.Provider>
  )
}

function titleOf(name: Route['name']) {
  if (name === 'checkout') return 'checkoutTitle'
  return name === 'wish-list' ? 'wishList' : name
}

function Screen({ route }: { route: Route }): JSX.Element | null {
  switch (route.name) {
    case 'products':
      return null
    case 'product':
      return <ProductScreen id={route.id} />
    case 'seller':
      return <SellerScreen id={route.id} />
    case 'cart':
      return <CartScreen />
    case 'checkout':
      return <CheckoutScreen />
    case 'orders':
      return <OrdersScreen />
    case 'order':
      return <OrderScreen id={route.id} />
    case 'wish-list':
      return <WishListScreen />
  }
}
