import type { Clock } from './clock.ts'
import { createStore, type ReadableStore } from './readable-store.ts'
import { createSaved, type Saved } from './saved.ts'
import type { Storage } from './storage.ts'
import { isWishLog, mergeWishes, type WishLog, wishesOf } from './wish-list/wish-log.ts'

/** A variant that the buyer keeps for later. */
export interface Wish {
  productId: string
  variantId: string
  /** As it was called: what is gone from the shop can still be named. At most 100 characters of it are kept. */
  title: string
  /** How many pieces go into the cart; 1 where nobody chose. */
  quantity: number
}

export interface WishListView {
  /** `loading` until storage was read; what is added before is there at once. */
  status: 'loading' | 'ready'
  /** Newest first. */
  wishes: Wish[]
}

/**
 * What a buyer keeps for later: saved out of the cart, or liked. It is the device's, or the host's where that has a storage, and
 * no server knows it. Tabs, and devices of one host, come together: for each variant what was done last counts.
 */
export interface WishList extends ReadableStore<WishListView> {
  /** To the front, also what is there already. Of more than 200 the oldest is forgotten. */
  add(wish: Wish): void
  remove(variantId: string): void
  /** Forgets all of it, with what was removed before, on every device that shares the storage. */
  clear(): void
  /** Reads what other tabs have done. */
  refresh(): Promise<void>
}

/**
 * The wish list over a shop's storage.
 *
 * @example
 * const wishes = createWishList(shop.storage, { now: Date.now })
 */
export function createWishList(
  storage: ReadableStore<Storage | null>,
  { now }: Pick<Clock, 'now'>,
): WishList {
  const store = createStore<WishListView>({ status: 'loading', wishes: [] })
  let log: WishLog = { entries: [] }
  let saved: Saved<WishLog> | undefined

  function take(other: WishLog | undefined, status = store.getState().status): void {
    log = mergeWishes(log, other)
    store.set({ status, wishes: wishesOf(log) })
  }

  function put(wish: Wish, removed: boolean): void {
    const before = log.entries.find(({ variantId }) => variantId === wish.variantId)
    // Two taps in one millisecond have an order, too.
    const at = Math.max(now(), (before?.at ?? 0) + 1, (log.clearedAt ?? 0) + 1)
    take({
      entries: [{ ...wish, title: removed ? '' : wish.title.slice(0, 100), at, ...(removed && { removed }) }],
    })
    void saved?.save(log)
  }

  async function refresh(): Promise<void> {
    if (saved) take(await saved.load(), 'ready')
  }

  function open(shelf: Storage | null): void {
    if (!shelf || saved) return
    saved = createSaved(shelf, 'wishes', isWishLog, mergeWishes)
    const early = log.entries.length > 0
    void refresh().then(() => {
      if (early) void saved?.save(log)
    })
  }

  open(storage.getState())
  storage.subscribe(open)

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    add: (wish) => put(wish, false),
    remove(variantId) {
      const found = store.getState().wishes.find((wish) => wish.variantId === variantId)
      if (found) put(found, true)
    },
    clear() {
      take({ entries: [], clearedAt: Math.max(now(), ...log.entries.map(({ at }) => at)) })
      void saved?.save(log)
    },
    refresh,
  }
}
