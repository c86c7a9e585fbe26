import { ownCopy } from './own-copy.ts'
import type { Offer } from './parse-offer.ts'
import { type Spill, spill } from './spill.ts'

/**
 * Offers that wait for the rest of their group. A group's offers may stand anywhere in a feed, so all of them wait to
 * its end: not in memory but in a temporary file, with one number per offer here. Of a group's descriptions
 * only the first is kept.
 */
export interface OpenGroups {
  add(offer: Offer): void
  /** The groups, in the order of their first offers. */
  drain(): Generator<[Offer, ...Offer[]], void, undefined>
  /** Removes the temporary file, drained or not. */
  close(): void
}

interface Group {
  described: boolean
  /** Position and length in the spill by turns. */
  places: number[]
}

export function openGroups(bytes: Spill = spill()): OpenGroups {
  const groups = new Map<string, Group>()
  return {
    add(offer) {
      const key = ownCopy(offer.groupId === '' ? `offer ${offer.id}` : `group ${offer.groupId}`)
      const group = groups.get(key) ?? { described: false, places: [] }
      groups.set(key, group)
      const packed = Buffer.from(JSON.stringify(group.described ? { ...offer, description: '' } : offer))
      group.described ||= offer.description !== ''
      group.places.push(bytes.append(packed), packed.length)
    },
    *drain() {
      for (const { places } of groups.values()) {
        const offers = places.flatMap((place, index) => {
          return index % 2 === 0 ? [unpack(bytes.read(place, places[index + 1] ?? 0))] : []
        })
        const [first, ...rest] = offers
        if (first) yield [first, ...rest]
      }
    },
    close: bytes.close,
  }
}

const unpack = (packed: Uint8Array): Offer => JSON.parse(Buffer.from(packed).toString())
