import type { Shop } from '@vitrina/core'

export interface MiniCartOptions {
  /** What the elements' names begin with; `vitrina` when left out. */
  prefix?: string
}

type CartButton = HTMLElement & { shadowRoot: ShadowRoot }

/** Milliseconds that a mouse has to rest: one that only passes opens nothing. */
const rest = 200

/**
 * Shows what is in the cart beside `<vitrina-cart-button>` when a mouse rests on it or a key brings the focus there. A finger opens
 * the cart as ever. It is fetched when it is wanted; who does not call this has none. The answer ends it.
 *
 * @example
 * defineElements(shop)
 * miniCart(shop)
 */
export function miniCart(shop: Shop, { prefix = 'vitrina' }: MiniCartOptions = {}): () => void {
  const met = new WeakSet<CartButton>()
  const ending = new AbortController()
  const { signal } = ending
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => clearTimeout(timer)

  function meet(event: Event): void {
    const { target } = event
    if (!isCartButton(target, prefix) || met.has(target)) return
    met.add(target)
    // What moves inside of a shadow root is not heard outside of it.
    const want = (inside: Event) => {
      // From one thing to the next in it: nobody has come.
      const { relatedTarget } = inside as FocusEvent | PointerEvent
      if (target.shadowRoot.contains(relatedTarget as Node | null)) return
      cancel()
      const byFinger = 'pointerType' in inside && inside.pointerType !== 'mouse'
      if (!byFinger) timer = setTimeout(() => void show(target), rest)
    }
    for (const name of ['pointerover', 'focusin']) target.shadowRoot.addEventListener(name, want, { signal })
    want(event)
  }

  async function show(button: CartButton): Promise<void> {
    if (signal.aborted || !isWanted(button)) return
    // A comfort: where it does not come, the button still opens the cart.
    const module = await import('./mini-cart/open-mini-cart.ts').catch(() => undefined)
    if (isWanted(button)) await module?.openMiniCart(shop, button, prefix)
  }

  for (const name of ['pointerover', 'focusin']) document.addEventListener(name, meet, { signal })
  for (const name of ['pointerdown', 'focusout', 'click']) document.addEventListener(name, cancel, { signal })
  return () => ending.abort()
}

function isCartButton(target: EventTarget | null, prefix: string): target is CartButton {
  return (
    target instanceof HTMLElement &&
    target.localName === `${prefix}-cart-button` &&
    target.shadowRoot !== null
  )
}

function isWanted({ shadowRoot }: CartButton): boolean {
  return shadowRoot.querySelector('button:is(:hover, :focus-visible)') !== null
}
