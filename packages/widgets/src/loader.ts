import { keepFarCardsAside } from './far-cards.ts'

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
  keepFarCardsAside(name)

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
    tapWhenAlive(target, button.part.value)
  })
}

type Rendered = Element & { shadowRoot: ShadowRoot }

/** Whether it is a card as the server sent it, which says what it shows until it is alive. */
function isRendered(target: EventTarget | null, name: string): target is Rendered {
  return target instanceof Element && target.localName === name && linkOf(target) !== null
}

const linkOf = (card: Element) => card.shadowRoot?.querySelector('link[data-product]') ?? null

/** The card comes alive as it is, or is drawn anew: then the tap is its own. */
function tapWhenAlive(card: Rendered, part: string): void {
  const alive = new MutationObserver(() => {
    alive.disconnect()
    card.shadowRoot.querySelector<HTMLElement>(`button[part="${part}"]`)?.click()
  })
  const link = linkOf(card)
  if (link) alive.observe(link, { attributeFilter: ['data-product'] })
}
