/// <reference path="../styles/css-text.d.ts" />
import type { Shop } from '@vitrina/core'
import { currentLanguage } from '../language.ts'
import { make } from '../make.ts'
import type { Route } from '../route.ts'
import { createScreenLoader } from '../screen-loader.ts'
import { beginCheckout } from '../screens/begin-checkout.ts'
import { send } from '../send.ts'
import { adoptStyles } from '../styles/adopt-styles.ts'
import css from '../styles/mini-cart.css?inline'
import { laterTexts } from '../texts/later-texts.ts'
import type { Texts } from '../texts/texts.ts'
import { drawMiniCart } from './draw-mini-cart.ts'
import { placeBeside } from './place-beside.ts'

/** Milliseconds in which a mouse gets from the button to what it opened. */
const grace = 300
const open = new WeakSet<HTMLElement>()

type CartButton = HTMLElement & { shadowRoot: ShadowRoot }

/** Shows the cart's last lines beside a cart button until mouse and focus have left both. An empty cart has nothing to show. */
export async function openMiniCart(shop: Shop, button: CartButton, prefix: string): Promise<void> {
  const root = button.shadowRoot
  const texts = Object.values((await laterTexts[currentLanguage(shop)].load()) ?? {})[0]
  const opener = root.querySelector('button')
  if (!texts || !opener || open.has(button) || shop.cart.getState().count === 0) return
  show(shop, { button, opener, texts, prefix })
}

interface Opening {
  button: CartButton
  opener: HTMLButtonElement
  texts: Texts
  prefix: string
}

function show(shop: Shop, { button, opener, texts, prefix }: Opening): void {
  const root = button.shadowRoot
  open.add(button)
  adoptStyles(root, css)
  const box = make('div', {
    class: 'v-mini',
    part: 'mini-cart',
    role: 'group',
    'aria-label': texts.cart,
    popover: 'manual',
    lang: texts.language,
  })
  let leaving: ReturnType<typeof setTimeout> | undefined
  const place = () => placeBeside(box, opener)
  const toCart = () => {
    close()
    opener.click()
  }
  const toCheckout = () => {
    close()
    beginCheckout(button, { shop, navigate: (route) => void openSheet(route) })
  }
  const openSheet = async (route: Route) => {
    if (!send(button, 'vitrina-open', route)) return
    // The cart's own button says it when the screens do not come.
    const screens = await createScreenLoader(shop)()
    if (screens) screens.openSheet(shop, route, `${prefix}-sheet`)
    else opener.click()
  }
  const draw = () => {
    const cart = shop.cart.getState()
    if (cart.count === 0 || !box.isConnected) return close()
    drawMiniCart(box, { cart, texts, toCart, toCheckout })
    place()
  }
  const leave = () => {
    clearTimeout(leaving)
    leaving = setTimeout(() => {
      if (!root.querySelector('button:is(:hover, :focus-visible), .v-mini:hover')) close()
    }, grace)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
  }
  const onClick = (event: Event) => {
    if (event.composedPath().includes(opener)) close()
  }
  const listening = new AbortController()
  const { signal } = listening
  function close(): void {
    clearTimeout(leaving)
    listening.abort()
    stopCart()
    open.delete(button)
    // Before it is gone with the box: the focus that comes from nowhere would open it again.
    if (box.contains(root.activeElement)) opener.focus()
    box.remove()
  }

  const stopCart = shop.cart.subscribe(draw)
  root.append(box)
  box.showPopover?.()
  draw()
  for (const left of ['pointerout', 'focusout']) root.addEventListener(left, leave, { signal })
  root.addEventListener('click', onClick, { signal })
  document.addEventListener('keydown', onKey, { signal })
  for (const moved of ['scroll', 'resize']) window.addEventListener(moved, place, { signal, capture: true })
}
