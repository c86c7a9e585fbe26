import type { JSX } from 'preact'

/** A turning ring; the words beside it say what is going on. */
export function Busy(): JSX.Element {
  return <span class="v-busy" aria-hidden="true" />
}
