import type { CartLine, Shop } from '@vitrina/core'

type Listener = (pieces: number) => void

interface Watch {
  lines: readonly CartLine[]
  counts: Map<string, number>
  listeners: Map<string, Set<Listener>>
}

const watches = new WeakMap<Shop, Watch>()

/**
 * Tells how many pieces of a product are in the cart, now and whenever that changes. The cart is counted once a
 * change, and only cards of products that changed hear of it: a tap costs the same among ten cards and a thousand.
 */
export function watchPieces(shop: Shop, productId: string, listener: Listener): () => void {
  const watch = watches.get(shop) ?? createWatch(shop)
  const listeners = watch.listeners.get(productId) ?? new Set()
  watch.listeners.set(productId, listeners.add(listener))
  listener(watch.counts.get(productId) ?? 0)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) watch.listeners.delete(productId)
  }
}

function createWatch(shop: Shop): Watch {
  const { lines } = shop.cart.getState()
  const watch: Watch = { lines, counts: countPieces(lines), listeners: new Map() }
  watches.set(shop, watch)
  shop.cart.subscribe((view) => {
    if (view.lines === watch.lines) return
    const before = watch.counts
    watch.lines = view.lines
    watch.counts = countPieces(view.lines)
    for (const [id, listeners] of watch.listeners) {
      const pieces = watch.counts.get(id) ?? 0
      if (pieces === (before.get(id) ?? 0)) continue
      for (const listener of listeners) listener(pieces)
    }
  })
  return watch
}

/** Pieces by product; its variants together. */
export function countPieces(lines: readonly CartLine[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { productId, quantity } of lines) counts.set(productId, (counts.get(productId) ?? 0) + quantity)
  return counts
}
