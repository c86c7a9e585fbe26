import { createStore as createZustandStore } from 'zustand/vanilla'

/** State that can be read now and watched. Any zustand store is one. */
export interface ReadableStore<State> {
  getState(): State
  subscribe(listener: (state: State, previous: State) => void): () => void
}

export interface Store<State> extends ReadableStore<State> {
  /** Replaces the state; listeners run when it is another one. */
  set(state: State): void
}

export function createStore<State>(initial: State): Store<State> {
  const store = createZustandStore<State>(() => initial)
  return {
    getState: store.getState,
    subscribe: store.subscribe,
    set: (state) => store.setState(state, true),
  }
}
