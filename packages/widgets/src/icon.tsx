import type { JSX } from 'preact'

/** A drawing beside words; screen readers pass over it. */
export function Icon({ shape }: { shape: string }): JSX.Element {
  return (
    <svg class="v-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape} />
    </svg>
  )
}
