import type { Shop } from '@vitrina/core'
import { drawWith } from './appearance.ts'
import { hideBrokenPictures } from './hide-broken-pictures.ts'
import { forgetNear, whenNear } from './near-viewport.ts'
import { adoptCardStyles } from './styles/adopt-card-styles.ts'
import { keepRoom } from './styles/keep-room.ts'

/** One kind of custom element. */
export interface WidgetKind {
  /** Each has a property of its name. */
  attributes?: readonly string[]
  /** Draws nothing until it comes near to what is seen. */
  lazy?: boolean
  /** Draws into the shadow root; the answer ends it. */
  draw: (root: ShadowRoot, element: HTMLElement) => () => void
  /** Called when a finger, a pointer or the focus arrives. */
  onIntent?: () => void
}

/** Makes a class for `customElements.define`. A function, since a server that renders pages has no HTMLElement. */
export function widgetElement(shop: Shop, kind: WidgetKind): CustomElementConstructor {
  const { attributes = [], onIntent = () => {} } = kind
  class Widget extends HTMLElement {
    static observedAttributes = attributes
    #stopAppearance: (() => void) | undefined
    #stopDrawing: (() => void) | undefined

    connectedCallback() {
      for (const name of attributes) {
        // Set before the element was defined, it hides the property.
        const early = Object.getOwnPropertyDescriptor(this, name)
        if (early && Reflect.deleteProperty(this, name)) Reflect.set(this, name, early.value)
      }
      if (!kind.lazy) return this.#begin()
      keepRoom(this)
      whenNear(this, Widget.begin)
    }

    disconnectedCallback() {
      forgetNear(this)
      this.#stopAppearance?.()
      if (this.#stopDrawing) this.removeAttribute('data-drawn')
      this.#stopDrawing?.()
      this.#stopDrawing = undefined
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null) {
      if (this.#stopDrawing && before !== after) this.#draw()
    }

    /** All that an element costs which nobody looks at stands before this. */
    static begin(widget: Element) {
      ;(widget as Widget).#begin()
    }

    #begin() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      // What a server drew brings its looks with it.
      if (!root.hasChildNodes()) adoptCardStyles(root)
      this.setAttribute('data-drawn', '')
      // Listened to once, however often the element comes and goes.
      hideBrokenPictures(root)
      for (const type of ['pointerover', 'focusin', 'click'])
        this.addEventListener(type, onIntent, { once: true })
      this.#stopAppearance = drawWith(shop, this)
      this.#draw()
    }

    #draw() {
      this.#stopDrawing?.()
      this.#stopDrawing = kind.draw(this.shadowRoot as ShadowRoot, this)
    }
  }
  for (const name of attributes) {
    Object.defineProperty(Widget.prototype, name, {
      get(this: Widget) {
        return this.getAttribute(name)
      },
      set(this: Widget, value: string | null | undefined) {
        if (value == null) this.removeAttribute(name)
        else this.setAttribute(name, value)
      },
    })
  }
  return Widget
}
