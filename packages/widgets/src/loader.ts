export interface WakeOptions {
  /** What the elements' names begin with; `vitrina` when left out. */
  prefix?: string
}

/**
 * Fetches the shop's code once a card that the server rendered is seen, and at once when it is touched. A tap that comes
 * before the card is alive waits for it, and is then made.
 *
 * @example
 * wake(() => import('/shop.js'))
 */
export function wake(load: () => Promise<unknown>, { prefix = 'vitrina' }: WakeOptions = {}): void {
  const name = `${prefix}-product-card`
  let asked = false
  const start = () => {
    if (asked) return
    asked = true
    // What failed is tried again by the next touch.
    load().catch(() => {
      asked = false
    })
  }
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    seen.disconnect()
    // After what the page itself has to do.
    const whenIdle = window.requestIdleCallback ?? setTimeout
    whenIdle(start)
  })
  for (const card of document.querySelectorAll(name)) seen.observe(card)

  for (const touch of ['pointerdown', 'focusin']) {
    document.addEventListener(touch, ({ target }) => {
      if (isRendered(target, name)) start()
    })
  }
  document.addEventListener('click', (event) => {
    const { target } = event
    const button = event.composedPath().find((step) => step instanceof HTMLButtonElement)
    if (!button || !isRendered(target, name)) return
    start()
    tapWhenAlive(target.shadowRoot, button.part.value)
  })
}

type Rendered = Element & { shadowRoot: ShadowRoot }

/** Whether it is a card as the server sent it: with a link to its looks, which the element's own has not. */
function isRendered(target: EventTarget | null, name: string): target is Rendered {
  return target instanceof Element && target.localName === name && !!target.shadowRoot?.querySelector('link')
}

/** The element draws its own nodes in the place of the server's: when they are there, the tap is theirs. */
function tapWhenAlive(root: ShadowRoot, part: string): void {
  const drawn = new MutationObserver(() => {
    const button = root.querySelector<HTMLElement>(`button[part="${part}"]`)
    if (!button) return
    drawn.disconnect()
    button.click()
  })
  drawn.observe(root, { childList: true })
}
