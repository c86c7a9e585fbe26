import { type ComponentChildren, render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CardSlot } from './card/card-slot.ts'
import { make } from './make.ts'
import { useLatest } from './use-latest.ts'

export type CardSlots = Partial<Record<CardSlot, ComponentChildren>>

export interface CardSlotPlaces {
  /** For the card: the place of what is given. */
  slot: (name: CardSlot) => Node[]
  /** Another text when other places are filled: then the card has to be drawn anew. */
  filled: string
}

const none: CardSlots = {}

/** Draws what is given into places that the card, which is drawn without a framework, takes in. */
export function useCardSlots(slots: CardSlots = none): CardSlotPlaces {
  const places = useRef(new Map<CardSlot, HTMLElement>()).current
  const filled = Object.entries(slots)
    .filter(([, children]) => children != null)
    .map(([name]) => name)
    .join()
  const slot = useLatest((name: CardSlot) => {
    if (slots[name] == null) return []
    const place = places.get(name) ?? make('slot', { name })
    places.set(name, place)
    render(slots[name], place)
    return [place]
  })
  useLayoutEffect(() => {
    for (const [name, place] of places) render(slots[name] ?? null, place)
  })
  useLayoutEffect(
    () => () => {
      for (const place of places.values()) render(null, place)
    },
    [],
  )
  return { slot, filled }
}
