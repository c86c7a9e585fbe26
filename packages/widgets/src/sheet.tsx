import type { Shop } from '@vitrina/core'
import { render } from 'preact'
import { drawWith } from './appearance.ts'
import type { Components } from './components.ts'
import { dragToClose } from './drag-to-close.ts'
import { hideBrokenPictures } from './hide-broken-pictures.ts'
import { make } from './make.ts'
import type { Route } from './route.ts'
import { ShopPage } from './shop-page.tsx'
import { adoptScreenStyles } from './styles/adopt-screen-styles.ts'

/**
 * Opens the shop over the page, at one of its screens. The dialog is the browser's own: it holds the focus, gives it
 * back to where it was, and closes on Esc.
 *
 * @param prefix What the elements' names begin with.
 */
export function openSheet(shop: Shop, route: Route, prefix: string, components?: Components): void {
  const elementName = `${prefix}-sheet`
  if (document.querySelector(elementName)) return
  // The element is never defined: it is a place for a shadow root under a name of its own.
  const overlay = document.createElement(elementName)
  const root = overlay.attachShadow({ mode: 'open' })
  adoptScreenStyles(root)
  hideBrokenPictures(root)
  const dialog = make('dialog', { class: 'v-sheet', part: 'sheet', 'aria-labelledby': 'v-heading' })
  root.append(dialog)
  const stopAppearance = drawWith(shop, overlay)
  document.body.append(overlay)
  // What the page puts into the cart is its own, with whatever listens to it: it stands here while the sheet is open.
  const home = document.querySelector(`${prefix}-cart-button`)
  overlay.append(...(home?.children ?? []))

  const unlock = lockScroll()
  const close = () => dialog.close()
  dialog.addEventListener('close', () => {
    unlock()
    stopAppearance()
    home?.append(...overlay.children)
    render(null, dialog)
    overlay.remove()
  })
  // A click on the backdrop is a click on the dialog itself: what is inside covers all of its own area.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close()
  })
  dragToClose(dialog, close)
  render(<ShopPage shop={shop} route={route} components={components} onClose={close} />, dialog)
  dialog.showModal()
}

// The gutter stays where a scroll bar was, so that nothing behind the sheet jumps sideways. All of the page is laid out anew,
// for which the sheet does not wait: it is painted first.
function lockScroll(): () => void {
  const { style } = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined
  const before = { overflow: style.overflow, scrollbarGutter: style.scrollbarGutter }
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      if (window.innerWidth > document.documentElement.clientWidth) style.scrollbarGutter = 'stable'
      style.overflow = 'hidden'
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    Object.assign(style, before)
  }
}
