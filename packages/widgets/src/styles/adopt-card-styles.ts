/// <reference path="./css-text.d.ts" />
import { adoptStyles } from './adopt-styles.ts'
import cardCss from './card.css?inline'

/** The look of cards and cart buttons: one sheet for all of them. */
export function adoptCardStyles(root: Document | ShadowRoot): void {
  adoptStyles(root, cardCss)
}
