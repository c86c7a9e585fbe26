const waiting = new Map<Element, (element: Element) => void>()
/** Pixels from the top of the page to each that was measured, as it was then; NaN for what is hidden. */
const places = new Map<Element, number>()
let observer: IntersectionObserver | undefined
let lastLook = 0
let isLookPlanned = false
/** Some are not observed now. */
let isPartial = false
/** Places may have changed otherwise than by scrolling the page. */
let isMoved = false
let settling: ReturnType<typeof setTimeout> | undefined

/** A browser looks at each observed element in every frame of a scroll: a thousand cost more than all else in it. */
const mostObserved = 64
/** In heights of the screen: who is so near, is observed; within one, it runs. */
const watched = 6
/** In heights of the screen: when one of many runs, those so near do, too. They are fetched and laid out together. */
const together = 4
/** Milliseconds between looks at what is to be observed. */
const pause = 200
/** Milliseconds after a scroll until all are measured once more: a page can change what it shows and stay as high as it was. */
const settled = 1000

/** Runs once when the element comes near to what is seen. One observer for the whole page. */
export function whenNear(element: Element, run: (element: Element) => void): void {
  if (!window.IntersectionObserver) return run(element)
  if (!observer) {
    observer = createObserver()
    queueMicrotask(runFirst)
  }
  waiting.set(element, run)
  if (waiting.size <= mostObserved) return observer.observe(element)
  isPartial = true
  planMeasuring()
}

/** Takes that back. */
export function forgetNear(element: Element): void {
  waiting.delete(element)
  places.delete(element)
  observer?.unobserve(element)
}

function createObserver(): IntersectionObserver {
  document.addEventListener('scroll', ({ target }) => (target === document ? planLook() : planMeasuring()), {
    capture: true,
    passive: true,
  })
  new ResizeObserver(planMeasuring).observe(document.body)
  return new IntersectionObserver(
    (entries) => {
      const arrived = entries.filter(({ isIntersecting }) => isIntersecting)
      for (const { target } of arrived) arrive(target)
      // Before the first scroll nobody knows whether there will be one.
      if (!arrived[0] || !scrollY) return
      const heightsTo = measureHeights()
      for (const element of waiting.keys()) {
        if (heightsTo(element) < together) arrive(element)
      }
    },
    { rootMargin: '100% 0px' },
  )
}

/** What a page begins with does not wait for the next frame, in which the observer says the same. */
function runFirst(): void {
  if (waiting.size > mostObserved) return
  const near = [...waiting.keys()].filter((element) => {
    const { top, bottom, height } = element.getBoundingClientRect()
    return height && top < innerHeight * 2 && bottom > -innerHeight
  })
  near.forEach(arrive)
}

function arrive(element: Element): void {
  const run = waiting.get(element)
  forgetNear(element)
  run?.(element)
}

/** How far each is in heights of the screen, by the last measure. The browser is asked once for all of them. */
function measureHeights(): (element: Element) => number {
  const { scrollY, innerHeight } = window
  return (element) => Math.abs((places.get(element) ?? Number.NaN) - scrollY) / innerHeight
}

function planMeasuring(): void {
  isMoved = true
  planLook()
}

function planLook(): void {
  if (isLookPlanned || !isPartial) return
  isLookPlanned = true
  setTimeout(() => requestAnimationFrame(look), lastLook + pause - performance.now())
}

/** Of many, those are observed that may soon come near. What is hidden has no place, and is observed. */
function look(): void {
  isLookPlanned = false
  lastLook = performance.now()
  isPartial = false
  clearTimeout(settling)
  if (!isMoved) settling = setTimeout(planMeasuring, settled)
  const isFew = waiting.size <= mostObserved
  const { scrollY } = window
  const heightsTo = measureHeights()
  for (const element of waiting.keys()) {
    if (isMoved) {
      const { top, height } = element.getBoundingClientRect()
      places.set(element, height ? top + scrollY : Number.NaN)
    }
    if (!isFew && heightsTo(element) > watched) {
      observer?.unobserve(element)
      isPartial = true
    } else observer?.observe(element)
  }
  isMoved = false
}
