import type { VitrinaEventMap } from './event-map.ts'

interface Scheme {
  /** Left out, the element follows the host. */
  'data-scheme'?: 'light' | 'dark'
}

/** What the elements are given in a template, by their names. */
export interface ElementAttributes {
  'vitrina-product-card': Scheme & {
    /** The product's id. */
    product?: string | undefined
    /** How it stands: in a post, in a row of a list, in a grid; left out, in a grid. */
    layout?: 'post' | 'row' | 'grid' | undefined
  }
  'vitrina-cart-button': Scheme
  'vitrina-shop': Scheme & {
    /** `product/ID`, `seller/ID`, `cart`, `checkout`, `orders`, `order/ID`, `wish-list`; left out, the host's deep link or the products. */
    route?: string | undefined
    /** The device's back button walks through the screens. */
    history?: boolean | '' | undefined
  }
}

/** Listeners as React 19, Preact and Svelte take them: `onvitrina-add`. */
export type ElementListeners = {
  [Name in keyof VitrinaEventMap as `on${Name}`]?: ((event: VitrinaEventMap[Name]) => void) | undefined
}
