import { type CartLine, type CartView, multiplyMoney } from '@vitrina/core'
import { make, makeButton } from '../make.ts'
import { moneyText } from '../money-text.ts'
import type { Texts } from '../texts/texts.ts'

export interface MiniCartParts {
  cart: CartView
  texts: Texts
  toCart: () => void
  toCheckout: () => void
}

/** As many lines as are shown: those that were added last. */
const most = 3

/** Draws the last lines of a cart, what they come to, and the ways on. The buttons stay the same, with the focus that they have. */
export function drawMiniCart(box: HTMLElement, { cart, texts, toCart, toCheckout }: MiniCartParts): void {
  const money = moneyText(texts.language)
  const { lines, subtotal } = cart
  const rest = lines.slice(0, -most).reduce((pieces, { quantity }) => pieces + quantity, 0)
  const list = make('ul', {}, ...lines.slice(-most).reverse().map(drawLine))
  const sum = make('p', { class: 'v-mini-sum' }, make('span', {}, texts.subtotal))
  if (rest > 0) list.append(make('li', { class: 'v-mini-rest' }, `+ ${texts.pieces(rest)}`))
  if (subtotal) sum.append(make('strong', { part: 'subtotal' }, money(subtotal)))
  const ways =
    box.querySelector('.v-mini-ways') ??
    make(
      'div',
      { class: 'v-mini-ways' },
      makeButton({ class: 'v-button v-quiet', part: 'go-to-cart' }, texts.cart, toCart),
      makeButton({ class: 'v-button', part: 'checkout' }, texts.checkout, toCheckout),
    )
  const words = make('div', {}, list, sum)
  if (ways.isConnected) ways.previousElementSibling?.replaceWith(words)
  else box.replaceChildren(words, ways)

  function drawLine({ title, options, picture, quantity, unitPrice }: CartLine): HTMLElement {
    const frame = make('div', { class: 'v-frame' })
    frame.style.backgroundColor = picture?.color ?? ''
    if (picture) frame.append(make('img', { alt: '', decoding: 'async', src: picture.url }))
    const chosen = Object.values(options).join(', ')
    const name = make('span', { class: 'v-mini-title' }, chosen ? `${title}, ${chosen}` : title)
    const price = money(multiplyMoney(unitPrice, quantity))
    return make(
      'li',
      { part: 'mini-line' },
      frame,
      name,
      make('span', {}, quantity > 1 ? `${quantity} × ` : '', price),
    )
  }
}
