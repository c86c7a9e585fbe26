import type { Shop } from '@vitrina/core'
import { drawCard } from './card/draw-card.ts'
import type { Components } from './components.ts'
import { drawCartButton } from './draw-cart-button.ts'
import { drawShopElement } from './draw-shop-element.ts'
import { currentLanguage } from './language.ts'
import { make } from './make.ts'
import type { Route } from './route.ts'
import { createScreenLoader } from './screen-loader.ts'
import { send } from './send.ts'
import { type WidgetKind, widgetElement } from './widget-element.ts'

export type { VitrinaEventMap } from './event-map.ts'

export interface ElementsOptions {
  /** What the elements' names begin with; `vitrina` when left out. A second shop on a page needs another one. */
  prefix?: string
  /** Components of the page's own in the place of ours: see `Components`. */
  components?: Components
}

/**
 * Defines the custom elements of a shop: `<vitrina-product-card product="ID">`, `<vitrina-cart-button>` and
 * `<vitrina-shop>`. A name that is taken already is left as it is.
 *
 * @example
 * const shop = createShop({ ...browser(), host, merchant: httpMerchant({ url, shop: 'lavka', host }) })
 * defineElements(shop)
 * void shop.start()
 */
export function defineElements(shop: Shop, { prefix = 'vitrina', components }: ElementsOptions = {}): void {
  const load = createScreenLoader(shop)
  // After what the page itself has to do: a pointer that happens to lie there must not hold up the first card.
  const whenIdle = window.requestIdleCallback ?? setTimeout
  const prepare = () => whenIdle(() => void load())
  const open = async (at: EventTarget, route: Route) => {
    if (!send(at, 'vitrina-open', route)) return true
    const screens = await load()
    screens?.openSheet(shop, route, prefix, components)
    return screens !== undefined
  }
  const kinds: Record<string, WidgetKind> = {
    'product-card': {
      attributes: ['product'],
      lazy: true,
      onIntent: prepare,
      draw: (root, element) =>
        drawCard(root, {
          shop,
          product: element.getAttribute('product') ?? '',
          onOpen: (id) => open(element, { name: 'product', id }),
          // Nothing is made for what is not there: a feed has a thousand cards.
          slot: (name) => (element.querySelector(`:scope>[slot=${name}]`) ? [make('slot', { name })] : []),
        }),
    },
    'cart-button': {
      onIntent: prepare,
      draw: (root, element) => drawCartButton(root, { shop, onOpen: () => open(element, { name: 'cart' }) }),
    },
    shop: {
      attributes: ['route'],
      draw: (root, element) => drawShopElement(shop, element, root, load, components),
    },
  }
  for (const [name, kind] of Object.entries(kinds)) {
    if (!customElements.get(`${prefix}-${name}`)) {
      customElements.define(`${prefix}-${name}`, widgetElement(shop, kind))
    }
  }
  // A browser's first writing of a price takes long: where cards were in the HTML it has not come to it yet.
  whenIdle(() => new Intl.NumberFormat(currentLanguage(shop)))
}
