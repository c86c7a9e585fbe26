/// <reference path="./css-text.d.ts" />
import { adoptCardStyles } from './adopt-card-styles.ts'
import { adopt, constructSheet } from './construct-sheet.ts'
import screenCss from './screen.css?inline'

let screens: CSSStyleSheet | undefined

/** The look of everything, for roots that hold screens; fetched with them. */
export function adoptScreenStyles(root: Document | ShadowRoot): void {
  adoptCardStyles(root)
  screens ??= constructSheet(screenCss)
  adopt(root, screens)
}
