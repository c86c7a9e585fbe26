import { defaultVariant, type Product } from '@vitrina/core'
import { currentLanguage } from '../language.ts'
import { make } from '../make.ts'
import { pictureAttributes } from '../picture-attributes.ts'
import { priceText } from '../price-text.ts'
import { cardTexts } from '../texts/card-texts.ts'
import type { CardOptions } from './draw-card.ts'
import { makePrice } from './make-price.ts'
import { watchPieces } from './watch-pieces.ts'

export interface ReadyCardOptions extends CardOptions {
  product: Product
}

let cards = 0

/**
 * Draws the card of a product that is here, or brings the one to life that a server drew of it. The answer ends its
 * watch over the cart.
 */
export function drawReadyCard(
  root: ParentNode,
  options: ReadyCardOptions,
  card = makeCard(root, options),
): () => void {
  const { shop, product, onOpen } = options
  const texts = cardTexts[currentLanguage(shop)]
  const single = product.variants.length === 1
  const [title, add] = card.querySelectorAll<HTMLButtonElement>(':scope>button')
  const open = async () => {
    card.querySelector('.v-notice')?.remove()
    shop.catalogue.selected(product)
    if ((await onOpen(product.id)) === false) {
      card.append(make('p', { class: 'v-notice', role: 'alert' }, texts.screenFailed))
    }
  }
  title?.addEventListener('click', open)
  add?.addEventListener('click', single ? () => shop.cart.add(product, defaultVariant(product)) : open)
  if (!single || !add || add.disabled) return () => {}
  return watchPieces(shop, product.id, (pieces) => {
    add.classList.toggle('v-added', pieces > 0)
    if (pieces > 0)
      add.replaceChildren(texts.inCart(pieces), make('span', { class: 'v-hidden' }, `, ${texts.addMore}`))
    else if (add.textContent !== texts.addToCart) add.textContent = texts.addToCart
  })
}

function makeCard(root: ParentNode, { shop, product, slot }: ReadyCardOptions): HTMLElement {
  const language = currentLanguage(shop)
  const texts = cardTexts[language]
  const variant = defaultVariant(product)
  const soldOut = variant.availability === 'sold-out'
  cards += 1
  const id = `v-title-${cards}`
  // Clamped inside of the button: a button itself would put a short title in the middle of its height.
  const title = make(
    'button',
    { type: 'button', class: 'v-open', id, part: 'title' },
    make('span', {}, product.title),
  )
  const add = make(
    'button',
    { type: 'button', class: 'v-button v-add', part: 'add-to-cart', 'aria-describedby': id },
    soldOut ? texts.soldOut : texts.choose,
  )
  add.disabled = soldOut
  if (soldOut || product.variants.length > 1) add.classList.add('v-quiet')
  const over = soldOut ? [make('span', { class: 'v-tag' }, texts.soldOut), ...slot('badge')] : slot('badge')
  const face = variant.picture ?? product.pictures[0]
  const shown = root.querySelector('img')
  // One that is shown already goes on without a flash.
  const picture =
    face &&
    (shown?.getAttribute('src') === face.url ? shown : make('img', { alt: '', ...pictureAttributes(face) }))
  let frame: HTMLElement | undefined = picture
  if (!frame || over[0]) {
    picture?.removeAttribute('class')
    frame = make('div', {}, ...(picture ? [picture] : []), ...over)
  }
  frame.className = 'v-frame'
  if (face?.color) frame.style.backgroundColor = face.color
  const card = make(
    'article',
    { class: 'v-card', part: 'card', 'aria-labelledby': id },
    frame,
    title,
    ...slot('under-title'),
    makePrice(priceText(variant, language, product), language),
    ...slot('before-button'),
    add,
  )
  root.replaceChildren(card)
  return card
}
