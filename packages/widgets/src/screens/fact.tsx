import type { ComponentChildren, JSX } from 'preact'

export interface FactProps {
  name: ComponentChildren
  /** The part of the value. */
  part?: string
  children: ComponentChildren
}

/** A line of a list of names and values. */
export function Fact({ name, part, children }: FactProps): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd part={part}>{children}</dd>
    </div>
  )
}
