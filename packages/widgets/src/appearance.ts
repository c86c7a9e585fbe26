import type { Shop } from '@vitrina/core'

const drawn = new WeakMap<Shop, Set<HTMLElement>>()

/**
 * Gives an element the host's light or dark and the insets that the host's controls cover, now and when they change.
 * An element whose author wrote `data-scheme` keeps it. Answers with what ends it.
 */
export function drawWith(shop: Shop, element: HTMLElement): () => void {
  const authored = element.hasAttribute('data-scheme')
  if (authored) return () => {}
  let elements = drawn.get(shop)
  if (!elements) {
    const all = new Set<HTMLElement>()
    elements = all
    drawn.set(shop, all)
    // One subscription for all the cards of a page.
    shop.host.appearance.subscribe(() => {
      for (const each of all) apply(shop, each)
    })
  }
  const set = elements
  set.add(element)
  apply(shop, element)
  return () => {
    set.delete(element)
    element.removeAttribute('data-scheme')
  }
}

function apply(shop: Shop, element: HTMLElement): void {
  const { scheme, insets } = shop.host.appearance.getState()
  element.setAttribute('data-scheme', scheme)
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const name = `--v-inset-${side}`
    if (insets[side] > 0) element.style.setProperty(name, `${insets[side]}px`)
    // Most elements never had one, and asking for their style costs memory.
    else if (element.hasAttribute('style')) element.style.removeProperty(name)
  }
}
