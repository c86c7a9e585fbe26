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
  const { attributes = [] } = kind
  class Widget extends HTMLElement {
    static observedAttributes = attributes
    #isPrepared = false
    #stopAppearance: (() => void) | undefined
    #stopDrawing: (() => void) | undefined

    connectedCallback() {
      for (const name of attributes) {
        // Set before the element was defined, it hides the property.
        const early = Object.getOwnPropertyDescriptor(this, name)
        if (early && Reflect.deleteProperty(this, name)) Reflect.set(this, name, early.value)
      }
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      // What a server drew brings its looks with it, and has its room.
      if (!root.hasChildNodes()) {
        adoptCardStyles(root)
        // As high as what will be drawn, or the page would jump.
        if (kind.lazy) root.append(make('i', { class: 'v-room' }))
      }
      if (!kind.lazy) return this.#begin()
      whenNear(this, Widget.begin)
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

    /** All that an element costs which nobody looks at stands before this. */
    static begin(widget: Element) {
      ;(widget as Widget).#begin()
    }

    #begin() {
      if (!this.#isPrepared && this.shadowRoot) {
        this.#isPrepared = true
        hideBrokenPictures(this.shadowRoot)
        if (kind.onIntent) {
          this.addEventListener('pointerover', kind.onIntent, { once: true, passive: true })
          this.addEventListener('focusin', kind.onIntent, { once: true })
        }
      }
      this.#stopAppearance = drawWith(shop, this)
      this.#draw()
    }

    #draw() {
      this.#stopDrawing?.()
      if (this.shadowRoot) this.#stopDrawing = kind.draw(this.shadowRoot, this)
    }
  }
  for (const name of attributes) {
    Object.defineProperty(Widget.prototype, name, {
      get(this: Widget) {
        return this.getAttribute(name)
      },
      set(this: Widget, value: unknown) {
        if (value == null) this.removeAttribute(name)
        else this.setAttribute(name, `${value}`)
      },
    })
  }
  return Widget
}
