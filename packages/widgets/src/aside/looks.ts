/// <reference path="../styles/css-text.d.ts" />
import { adoptStyles } from '../styles/adopt-styles.ts'
import css from '../styles/aside.css?inline'

/** A ref for the outermost element of what stands aside: the root around it takes over its look before it is painted. */
export function asideLooks(element: Element | null): void {
  const root = element?.getRootNode()
  if (root instanceof Document || root instanceof ShadowRoot) adoptStyles(root, css)
}
