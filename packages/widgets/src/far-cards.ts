interface Place {
  /** What stands in a rendered card's shadow root beside what is drawn. */
  link: Element
  /** Pixels from the top of the page. */
  top: number
  isNear?: boolean
}

/** So many are drawn as any page is; of more, all of which are laid out, each frame of a scroll would cost too much. */
const few = 64
/** In heights of the screen. */
const reach = 4
/** In heights of the screen, between looks: several cards then change at once, and the page is laid out once for them. */
const step = 1.5
/** Milliseconds between looks. */
const pause = 200
/** Milliseconds after a scroll until all are measured once more: a page can change what it shows and stay as high as it was. */
const settled = 1000

/** Of many cards that a server rendered, keeps nothing but the place of those far from what is seen. */
export function keepFarCardsAside(name: string): void {
  let places: Place[] = []
  let lastLook = Number.NEGATIVE_INFINITY
  let lookedAt = 0
  let isPlanned = false
  /** Places may have changed otherwise than by scrolling the page. */
  let isMoved = false
  let settling: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    isPlanned = false
    lastLook = performance.now()
    const { scrollY, innerHeight } = window
    clearTimeout(settling)
    if (!isMoved) settling = setTimeout(measureAndPlan, settled)
    if (!isMoved && Math.abs(scrollY - lookedAt) < innerHeight * step) return
    lookedAt = scrollY
    if (isMoved) {
      places = [...document.querySelectorAll(name)].flatMap((card) => {
        const link = card.shadowRoot?.querySelector('link')
        return link ? [{ link, top: card.getBoundingClientRect().top + scrollY }] : []
      })
    }
    isMoved = false
    for (const place of places) {
      const { link, top } = place
      const isNear = Math.abs(top - scrollY) <= innerHeight * reach
      if (isNear === place.isNear) continue
      place.isNear = isNear
      // What is alive stays as it is.
      link.toggleAttribute('data-far', !isNear && places.length > few && link.hasAttribute('data-product'))
      link.toggleAttribute('data-near', isNear)
    }
  }
  const plan = () => {
    if (isPlanned) return
    isPlanned = true
    setTimeout(() => requestAnimationFrame(look), lastLook + pause - performance.now())
  }
  const measureAndPlan = () => {
    isMoved = true
    plan()
  }
  new ResizeObserver(measureAndPlan).observe(document.documentElement)
  document.addEventListener('scroll', ({ target }) => (target === document ? plan() : measureAndPlan()), {
    capture: true,
    passive: true,
  })
}
