import type { CartView, Shop } from '@vitrina/core'
import { shapes } from './icon-shapes.ts'
import { currentLanguage, watchLanguage } from './language.ts'
import { make, makeButton } from './make.ts'
import { cardTexts } from './texts/card-texts.ts'

export interface CartButtonOptions {
  shop: Shop
  /** False means that the cart could not be shown. */
  onOpen: () => unknown
}

/** Draws a button that opens the cart and says how many pieces are in it, aloud when that changes. */
export function drawCartButton(root: ParentNode, { shop, onOpen }: CartButtonOptions): () => void {
  const texts = () => cardTexts[currentLanguage(shop)]
  const spoken = make('span', { class: 'v-hidden', role: 'status' })
  const badge = make('span', { class: 'v-count', part: 'count', 'aria-hidden': 'true' })
  const button = makeButton(
    { class: 'v-cart-button', part: 'cart-button', 'aria-haspopup': 'dialog' },
    '',
    async () => {
      spoken.textContent = (await onOpen()) === false ? texts().screenFailed : ''
    },
  )
  button.append(drawIcon(shapes.cart))
  // What was there when the page opened is no news; only what changes later is said.
  let said: number | undefined
  const draw = () => {
    const { count, status }: CartView = shop.cart.getState()
    const { cart, pieces } = texts()
    const label = count > 0 ? `${cart}, ${pieces(count)}` : cart
    button.setAttribute('aria-label', label)
    badge.textContent = String(count)
    if (count > 0) button.append(badge)
    else badge.remove()
    if (said !== undefined && said !== count) spoken.textContent = label
    if (said !== undefined || status === 'ready') said = count
  }
  const stopLanguage = watchLanguage(shop, draw)
  const stopCart = shop.cart.subscribe(draw)
  root.replaceChildren(button, spoken)
  return () => {
    stopLanguage()
    stopCart()
    root.replaceChildren()
  }
}

function drawIcon(shape: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const icon = document.createElementNS(namespace, 'svg')
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', shape)
  icon.setAttribute('class', 'v-icon')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  icon.append(path)
  return icon
}
