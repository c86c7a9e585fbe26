import type { CartLine, Product, Shop, Variant } from '@vitrina/core'
import { createWishList, type Wish, type WishList, type WishListView } from '@vitrina/core/wish-list'
import { useEffect } from 'preact/hooks'
import { whenWorthAsking } from '../browser/when-worth-asking.ts'
import { useScene } from '../scene.ts'
import { send } from '../send.ts'
import { useStore } from '../use-store.ts'

/** One for a shop; a shop that tells what its buyer does has the storage of the one inside. */
const lists = new WeakMap<Shop['storage'], WishList>()

export interface WishListHere extends WishListView {
  /** False when the page had something against it. */
  add: (at: EventTarget, wish: Wish) => boolean
  remove: (at: EventTarget, wish: Wish) => boolean
  clear: () => void
}

/** The buyer's wish list, which follows what other tabs do. */
export function useWishList(): WishListHere {
  const { shop } = useScene()
  const list = lists.get(shop.storage) ?? createWishList(shop.storage, { now: Date.now })
  lists.set(shop.storage, list)
  const view = useStore(list)
  useEffect(() => whenWorthAsking(() => void list.refresh()), [list])
  return {
    ...view,
    clear: list.clear,
    add: (at, wish) => {
      const begun = send(at, 'vitrina-wish', wish)
      if (begun) list.add(wish)
      return begun
    },
    remove: (at, wish) => {
      const begun = send(at, 'vitrina-unwish', wish)
      if (begun) list.remove(wish.variantId)
      return begun
    },
  }
}

export function wishOfLine({ productId, variantId, title, quantity }: CartLine): Wish {
  return { productId, variantId, title, quantity }
}

export function wishOfVariant({ id, title }: Product, variant: Variant): Wish {
  return { productId: id, variantId: variant.id, title, quantity: 1 }
}
