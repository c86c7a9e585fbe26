/// <reference path="./styles/css-text.d.ts" />

import { defaultVariant, type Product } from '@vitrina/core'
import { cardData } from './card/card-data.ts'
import type { CardLayout } from './card/card-layout.ts'
import type { CardSlot } from './card/card-slot.ts'
import type { Language } from './language.ts'
import { pictureAttributes } from './picture-attributes.ts'
import { type PriceText, priceText } from './price-text.ts'
import css from './styles/card.css?inline'
import renderedCss from './styles/rendered.css?inline'
import { cardTexts } from './texts/card-texts.ts'

export interface RenderCardOptions {
  product: Product
  language: Language
  /** Where the page's server gives `cardCss`; a page's policy allows its own server's style sheets. */
  stylesheet: string
  /** Left out: light, until the script knows what the host says. */
  scheme?: 'light' | 'dark'
  /** `grid` when left out. */
  layout?: CardLayout
  /** What the page puts in: HTML of its own, which is taken as it is. */
  slots?: Partial<Record<CardSlot, string>>
  /** What the elements' names begin with; `vitrina` when left out. */
  prefix?: string
}

/** The look of a card as a file of the page's server: what is drawn without a script has no constructed style sheet. */
export const cardCss: string = css + renderedCss

/**
 * A product's card as HTML, with a declarative shadow root: seen before any script has come, and taken over in its place
 * by the custom element, which knows the product from it: a tap need not wait for the shop's server. All text of the product is escaped.
 *
 * @example
 * html += renderCard({ product, language: 'ru', stylesheet: '/card.css' })
 */
export function renderCard(options: RenderCardOptions): string {
  const { product, language, stylesheet, scheme, layout, slots = {}, prefix = 'vitrina' } = options
  const look = (layout ? ` layout="${layout}"` : '') + (scheme ? ` data-scheme="${scheme}"` : '')
  const given = Object.entries(slots).map(([name, html]) => `<div slot="${name}">${html}</div>`)
  return (
    `<${prefix}-product-card product="${escaped(product.id)}" data-drawn${look}>` +
    `<template shadowrootmode="open">` +
    `<link rel="stylesheet" href="${escaped(stylesheet)}" lang="${language}" data-product="${escaped(cardData(product))}">` +
    `${cardMarkup(options)}</template>${given.join('')}</${prefix}-product-card>`
  )
}

/** The very nodes that `drawReadyCard` makes; a test compares them. */
function cardMarkup({ product, language, slots = {} }: RenderCardOptions): string {
  const texts = cardTexts[language]
  const variant = defaultVariant(product)
  const soldOut = variant.availability === 'sold-out'
  const single = product.variants.length === 1
  const face = variant.picture ?? product.pictures[0]
  const slot = (name: CardSlot) => (name in slots ? `<slot name="${name}"></slot>` : '')
  const over = (soldOut ? `<span class="v-tag">${texts.soldOut}</span>` : '') + slot('badge')
  const picture = face
    ? `<img${over ? '' : ' class="v-frame"'} alt=""${attributesOf(pictureAttributes(face))}>`
    : ''
  const label = soldOut ? texts.soldOut : single ? texts.addToCart : texts.choose
  return (
    '<article class="v-card" part="card" aria-labelledby="v-title">' +
    (over || !picture ? `<div class="v-frame">${picture}${over}</div>` : picture) +
    '<button type="button" class="v-open" id="v-title" part="title">' +
    `<span>${escaped(product.title)}</span></button>${slot('under-title')}` +
    priceMarkup(priceText(variant, language, product), language) +
    slot('before-button') +
    `<button type="button" class="v-button v-add${soldOut || !single ? ' v-quiet' : ''}" part="add-to-cart" ` +
    `aria-describedby="v-title"${soldOut ? ' disabled' : ''}>${label}</button>` +
    '</article>'
  )
}

function priceMarkup({ now, was }: PriceText, language: Language): string {
  if (!was) return `<p class="v-price v-now" part="price">${escaped(now)}</p>`
  const spoken = `<span class="v-hidden">${cardTexts[language].oldPrice}: </span>`
  return (
    `<p class="v-price"><span class="v-now v-reduced" part="price">${escaped(now)}</span>` +
    `<s class="v-was" part="old-price">${spoken}${escaped(was)}</s></p>`
  )
}

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
