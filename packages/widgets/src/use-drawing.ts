import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** A place in which something without a framework draws; drawn again when an input changes. */
export function useDrawing(
  draw: (place: HTMLDivElement) => (() => void) | undefined,
  inputs: readonly unknown[],
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (place.current ? draw(place.current) : undefined), inputs)
  return place
}
