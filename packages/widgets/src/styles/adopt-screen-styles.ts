/// <reference path="./css-text.d.ts" />
import { adoptCardStyles } from './adopt-card-styles.ts'
import { adoptStyles } from './adopt-styles.ts'
import screenCss from './screen.css?inline'

/** The look of everything from a card to a paid order, for roots that hold screens; fetched with them. */
export function adoptScreenStyles(root: Document | ShadowRoot): void {
  adoptCardStyles(root)
  adoptStyles(root, screenCss)
}
