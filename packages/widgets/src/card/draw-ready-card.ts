import { defaultVariant, type Product, type Variant } from '@vitrina/core'
import { currentLanguage } from '../language.ts'
import { make, makeButton } from '../make.ts'
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

/** Draws the card of a product that is here. The answer ends its watch over the cart. */
export function drawReadyCard(
  root: ParentNode,
  { shop, product, onOpen, slot }: ReadyCardOptions,
): () => void {
  const language = currentLanguage(shop)
  const texts = cardTexts[language]
  const variant = defaultVariant(product)
  const soldOut = variant.availability === 'sold-out'
  const single = product.variants.length === 1
  const card = make('article', { class: 'v-card', part: 'card' })
  const open = async () => {
    card.querySelector('.v-notice')?.remove()
    shop.catalogue.selected(product)
    if ((await onOpen(product.id)) === false) {
      card.append(make('p', { class: 'v-notice', role: 'alert' }, texts.screenFailed))
    }
  }
  cards += 1
  const title = makeButton({ class: 'v-open', id: `v-title-${cards}`, part: 'title' }, '', open)
  // Clamped inside of the button: a button itself would put a short title in the middle of its height.
  title.append(make('span', {}, product.title))
  const add = makeButton(
    { class: 'v-add', part: 'add-to-cart', 'aria-describedby': title.id },
    soldOut ? texts.soldOut : texts.choose,
    single ? () => shop.cart.add(product, variant) : open,
  )
  add.disabled = soldOut
  if (soldOut || !single) add.classList.add('v-quiet')
  const frame = picture(root, product, variant, soldOut && texts.soldOut)
  frame.append(...slot('badge'))
  card.setAttribute('aria-labelledby', title.id)
  card.append(
    frame,
    title,
    ...slot('under-title'),
    makePrice(priceText(variant, language, product), language),
    ...slot('before-button'),
    add,
  )
  root.replaceChildren(card)
  if (soldOut || !single) return () => {}
  return watchPieces(shop, product.id, (pieces) => {
    add.classList.toggle('v-added', pieces > 0)
    if (pieces === 0) add.textContent = texts.addToCart
    else add.replaceChildren(texts.inCart(pieces), make('span', { class: 'v-hidden' }, `, ${texts.addMore}`))
  })
}

function picture(root: ParentNode, product: Product, variant: Variant, tag: string | false): HTMLElement {
  const frame = make('div', { class: 'v-frame' })
  const face = variant.picture ?? product.pictures[0]
  const shown = root.querySelector('img')
  // One that is shown already goes on without a flash.
  if (face) {
    if (face.color) frame.style.backgroundColor = face.color
    frame.append(
      shown?.getAttribute('src') === face.url ? shown : make('img', { alt: '', ...pictureAttributes(face) }),
    )
  }
  if (tag) frame.append(make('span', { class: 'v-tag' }, tag))
  return frame
}
