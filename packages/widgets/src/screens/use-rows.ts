import { useRef } from 'preact/hooks'

/** A row for everything that was seen on this screen, in its first place: what is taken out can be brought back to where it was. */
export function useRows<Item extends { variantId: string }>(
  items: readonly Item[],
): { item: Item; here: boolean }[] {
  const rows = useRef(new Map<string, Item>()).current
  for (const item of items) rows.set(item.variantId, item)
  const here = new Set(items)
  return [...rows.values()].map((item) => ({ item, here: here.has(item) }))
}
