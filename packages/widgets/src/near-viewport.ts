const waiting = new Map<Element, (element: Element) => void>()
const unprepared = new Map<Element, (element: Element) => void>()
let observer: IntersectionObserver | undefined
let lastLook = 0
let isLookPlanned = false
/** Some are not observed now. */
let isPartial = false

/** A browser looks at each observed element in every frame of a scroll: a thousand cost more than all else in it. */
const mostObserved = 64
/** In heights of the screen: who is so near, is observed; within one, it runs. */
const watched = 4
/** Milliseconds between looks at what is to be observed. */
const pause = 200
/** So many are prepared in one task: each further one lays the page out once more. */
const atOnce = 1000

/**
 * Runs once when the element comes near to what is seen. One observer for the whole page. What an element needs before that
 * is done at once for the first ones, and soon after for the others: a browser brings a thousand of them in one task.
 */
export function whenNear(
  element: Element,
  run: (element: Element) => void,
  prepare: (element: Element) => void = () => {},
): void {
  if (!window.IntersectionObserver) {
    prepare(element)
    return run(element)
  }
  observer ??= createObserver()
  waiting.set(element, run)
  if (waiting.size <= mostObserved) {
    prepare(element)
    observer.observe(element)
  } else {
    if (unprepared.size === 0) setTimeout(prepareSome)
    unprepared.set(element, prepare)
  }
}

function prepareSome(): void {
  for (const [element, prepare] of [...unprepared].slice(0, atOnce)) {
    unprepared.delete(element)
    prepare(element)
  }
  isPartial = true
  if (unprepared.size) setTimeout(prepareSome)
  else planLook()
}

/** Takes that back. */
export function forgetNear(element: Element): void {
  waiting.delete(element)
  unprepared.delete(element)
  observer?.unobserve(element)
}

function createObserver(): IntersectionObserver {
  document.addEventListener('scroll', planLook, { capture: true, passive: true })
  new ResizeObserver(planLook).observe(document.body)
  return new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        const arrived = waiting.get(target)
        forgetNear(target)
        arrived?.(target)
      }
    },
    { rootMargin: '100% 0px' },
  )
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
  const far = window.innerHeight * watched
  const isFew = waiting.size <= mostObserved
  for (const element of waiting.keys()) {
    const { top, bottom } = element.getBoundingClientRect()
    if (isFew || (bottom >= -far && top <= far)) observer?.observe(element)
    else {
      observer?.unobserve(element)
      isPartial = true
    }
  }
}
