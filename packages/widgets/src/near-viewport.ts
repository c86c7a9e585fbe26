const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | undefined

/** Runs once when the element comes near to what is seen; the answer cancels it. One observer for the whole page. */
export function whenNear(element: Element, run: () => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    run()
    return () => {}
  }
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        const arrived = waiting.get(target)
        forget(target)
        arrived?.()
      }
    },
    { rootMargin: '100% 0px' },
  )
  waiting.set(element, run)
  observer.observe(element)
  return () => forget(element)
}

function forget(element: Element): void {
  waiting.delete(element)
  observer?.unobserve(element)
}
