import type { ReadableStore } from '@vitrina/core'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * Draws again when what `select` takes from the store changes. `select` should answer with a value that keeps its
 * identity while it means the same.
 */
export function useStore<State>(store: ReadableStore<State>): State
export function useStore<State, Selected>(
  store: ReadableStore<State>,
  select: (state: State) => Selected,
): Selected
export function useStore<State, Selected>(
  store: ReadableStore<State>,
  select: (state: State) => Selected | State = (state) => state,
): Selected | State {
  const [, draw] = useState({})
  const selected = select(store.getState())
  const latest = useRef({ selected, select })
  latest.current = { selected, select }
  useLayoutEffect(() => {
    const read = () => {
      const next = latest.current.select(store.getState())
      if (!Object.is(next, latest.current.selected)) draw({})
    }
    const unsubscribe = store.subscribe(read)
    // The store may have moved between the first drawing and this subscription.
    read()
    return unsubscribe
  }, [store])
  return selected
}
