import { adoptCardStyles } from './adopt-card-styles.ts'
import { adoptStyles } from './adopt-styles.ts'

/** How cards stand that are no elements of their own: by the same rules, of the place that holds the card. */
export function adoptCardLayouts(root: Document | ShadowRoot): void {
  adoptCardStyles(root)
  // A DOM without rendering (jsdom) has none.
  const rules = (root.adoptedStyleSheets ?? []).flatMap((sheet) =>
    [...sheet.cssRules].map(({ cssText }) => cssText).filter((text) => text.startsWith(':host([layout')),
  )
  adoptStyles(root, rules.join('').replace(/:host\(\[layout([^\]]*\])\)/g, '[data-layout$1'))
}
