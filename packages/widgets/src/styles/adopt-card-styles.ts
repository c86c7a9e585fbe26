/// <reference path="./css-text.d.ts" />
import cardCss from './card.css?inline'
import { adopt, constructSheet } from './construct-sheet.ts'

let cards: CSSStyleSheet | undefined

/** The look of cards and cart buttons: one sheet for all of them. */
export function adoptCardStyles(root: Document | ShadowRoot): void {
  cards ??= constructSheet(cardCss)
  adopt(root, cards)
}
