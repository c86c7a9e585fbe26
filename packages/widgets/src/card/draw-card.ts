import type { Product, Shop } from '@vitrina/core'
import { currentLanguage, watchLanguage } from '../language.ts'
import { drawReadyCard } from './draw-ready-card.ts'
import { makeCardSkeleton } from './make-card-skeleton.ts'
import { makeFailed } from './make-failed.ts'

export interface CardOptions {
  shop: Shop
  /** A product, or its id: then it is fetched together with the other cards of the page. */
  product: Product | string
  /** The buyer wants to see all of it, or has to choose a variant. False means that it could not be shown. */
  onOpen: (productId: string) => unknown
}

/** Draws a product's card and keeps it up to date. The answer ends that and takes the card away. */
export function drawCard(root: ParentNode, { shop, product, onOpen }: CardOptions): () => void {
  const [id, known] = typeof product === 'string' ? [product] : [product.id, product]
  const store = known ? undefined : shop.catalogue.product(id)
  let stopCard: (() => void) | undefined
  const draw = () => {
    stopCard?.()
    stopCard = undefined
    const state = store?.getState()
    const ready = state?.status === 'ready' ? state.value : known
    if (ready) {
      stopCard = drawReadyCard(root, { shop, product: ready, onOpen })
    } else if (state?.status === 'failed') {
      root.replaceChildren(makeFailed('cardFailed', currentLanguage(shop), () => shop.catalogue.retry(id)))
    } else if (!root.querySelector('link')) {
      // What a server rendered comes with a link to its looks, and stays until the product is here.
      root.replaceChildren(makeCardSkeleton())
    }
  }
  const stopProduct = store?.subscribe(draw)
  const stopLanguage = watchLanguage(shop, draw)
  return () => {
    stopProduct?.()
    stopLanguage()
    stopCard?.()
    root.replaceChildren()
  }
}
