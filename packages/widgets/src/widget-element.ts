import type { Shop } from '@vitrina/core'
import { drawWith } from './appearance.ts'
import { hideBrokenPictures } from './hide-broken-pictures.ts'
import { make } from './make.ts'
import { forgetNear, whenNear } from './near-viewport.ts'
import { adoptCardStyles } from './styles/adopt-card-styles.ts'

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
      if (kind.lazy) return whenNear(this, Widget.begin, Widget.prepare)
      Widget.prepare(this)
      this.#begin()
    }

    disconnectedCallback() {
      forgetNear(this)
      this.#stopAppearance?.()
      this.#stopDrawing?.()
      this.#stopDrawing = undefined
    }

    attributeChangedCallback(_name: string, before: string | null, after: string | null) {
      if (this.#stopDrawing && before !== after) this.#draw()
    }

    static prepare(widget: Element) {
      const root = widget.shadowRoot ?? widget.attachShadow({ mode: 'open' })
      // What a server drew brings its looks with it, and has its room.
      if (root.hasChildNodes()) return
      adoptCardStyles(root)
      // As high as what will be drawn, or the page would jump.
      if (kind.lazy) root.append(make('i', { class: 'v-room' }))
    }

    /** All that an element costs which nobody looks at stands before this. */
    static begin(widget: Element) {
      ;(widget as Widget).#begin()
    }

    #begin() {
      // Listened to once, however often the element comes and goes.
      hideBrokenPictures(this.shadowRoot as ShadowRoot)
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
