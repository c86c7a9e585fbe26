import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Route } from '../route.ts'
import { scrollerOf } from '../scroller.ts'

export interface Trail {
  route: Route
  /** How many screens there are, with this one. */
  depth: number
  /** The list of products was on the way, and is worth keeping. */
  visitedProducts: boolean
  navigate: (route: Route) => void
  back: () => void
  /** To the products, forgetting the way. */
  home: () => void
}

export interface TrailOptions {
  history: boolean | undefined
  /** Something in what is scrolled. */
  place: RefObject<Element | null>
}

/** The screens that led here. Each remembers how far it was scrolled. */
export function useTrail(first: Route, { history, place }: TrailOptions): Trail {
  const [trail, setTrail] = useState<readonly Route[]>([first])
  const offsets = useRef(new WeakMap<Route, number>())
  const route = trail[trail.length - 1] ?? first
  const visitedProducts = trail.some(({ name }) => name === 'products')

  const navigate = (next: Route) => {
    if (history) window.history.pushState({ vitrina: true }, '')
    offsets.current.set(route, scrollerOf(place.current).scrollTop)
    // A checkout that was left behind on the way is not a place to come back to.
    setTrail((before) => [...before.filter(({ name }) => name !== 'checkout'), next])
  }
  const step = () => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before))
  const back = () => (history ? window.history.back() : step())
  const home = () => setTrail([{ name: 'products' }])

  useEffect(() => {
    if (!history) return
    window.addEventListener('popstate', step)
    return () => window.removeEventListener('popstate', step)
  }, [history])
  const drawn = useRef(route)
  useLayoutEffect(() => {
    if (drawn.current === route) return
    drawn.current = route
    scrollerOf(place.current).scrollTop = offsets.current.get(route) ?? 0
  }, [route])
  return { route, depth: trail.length, visitedProducts, navigate, back, home }
}
