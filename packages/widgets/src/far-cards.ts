/** So many are drawn as any page is; of more, all of which are laid out, each frame of a scroll would cost too much. */
const few = 64
/** In heights of the screen. */
const reach = 4
/** Milliseconds between looks. */
const pause = 200

/** Of many cards that a server rendered, keeps nothing but the place of those far from what is seen. */
export function keepFarCardsAside(name: string): void {
  let lastLook = Number.NEGATIVE_INFINITY
  let isPlanned = false
  const look = () => {
    isPlanned = false
    lastLook = performance.now()
    const cards = [...document.querySelectorAll(name)]
    const most = window.innerHeight * reach
    // First all are measured, then all are changed: otherwise each change would be laid out for the next measure.
    const places = cards.map((card) => card.getBoundingClientRect())
    for (const [index, { top, bottom }] of places.entries()) {
      const link = cards[index]?.shadowRoot?.querySelector('link')
      const isNear = bottom >= -most && top <= most
      // What is alive stays as it is.
      const isFar = !isNear && cards.length > few && link?.hasAttribute('data-product') === true
      link?.toggleAttribute('data-far', isFar)
      link?.toggleAttribute('data-near', isNear)
    }
  }
  const plan = () => {
    if (isPlanned) return
    isPlanned = true
    setTimeout(() => requestAnimationFrame(look), lastLook + pause - performance.now())
  }
  plan()
  document.addEventListener('scroll', plan, { capture: true, passive: true })
  window.addEventListener('resize', plan)
}
