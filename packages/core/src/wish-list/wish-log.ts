import type { Wish } from '../wish-list.ts'

/** What is stored: the last word on each variant, and when it was said. */
export interface WishLog {
  /** Newest first. */
  entries: WishEntry[]
  /** When all of it was forgotten, in milliseconds since 1970: what was said until then is nowhere kept, on no device. */
  clearedAt?: number
}

export interface WishEntry extends Wish {
  /** Milliseconds since 1970. */
  at: number
  /** That it was taken off is remembered, or another tab would bring it back. */
  removed?: true
}

/** As many as are kept, and as many removals as are remembered. */
const most = 200

/** The newest word on each variant, whoever said it: the same whichever log comes first. */
export function mergeWishes(one: WishLog, other: WishLog | undefined): WishLog {
  const clearedAt = Math.max(one.clearedAt ?? 0, other?.clearedAt ?? 0)
  const newest = new Map<string, WishEntry>()
  for (const entry of [...one.entries, ...(other?.entries ?? [])]) {
    if (entry.at <= clearedAt) continue
    const before = newest.get(entry.variantId)
    if (!before || compare(entry, before) < 0) newest.set(entry.variantId, entry)
  }
  const entries = [...newest.values()].sort(compare)
  const kept = entries.filter(({ removed }) => !removed).slice(0, most)
  const removed = entries.filter((entry) => entry.removed).slice(0, most)
  return { entries: [...kept, ...removed], ...(clearedAt > 0 && { clearedAt }) }
}

/** What is on the list, newest first. */
export function wishesOf({ entries }: WishLog): Wish[] {
  return entries.flatMap(({ at: _, removed, ...wish }) => (removed ? [] : [wish]))
}

export function isWishLog(found: unknown): found is WishLog {
  const { entries, clearedAt = 0 } = (found ?? {}) as Partial<WishLog>
  return Array.isArray(entries) && entries.every(isEntry) && Number.isSafeInteger(clearedAt)
}

function isEntry(found: Partial<WishEntry> | null): boolean {
  const { productId, variantId, title, quantity, at } = found ?? {}
  return (
    [productId, variantId, title].every((text) => typeof text === 'string') &&
    [quantity, at].every((figure) => Number.isSafeInteger(figure))
  )
}

// Of two that were said in the same moment a removal is the newer one, then the greater id: any rule, if all have the same.
function compare(a: WishEntry, b: WishEntry): number {
  return (
    b.at - a.at ||
    Number(b.removed ?? false) - Number(a.removed ?? false) ||
    (a.variantId < b.variantId ? 1 : -1)
  )
}
