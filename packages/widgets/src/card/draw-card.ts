import type { Product, Shop } from '@vitrina/core'
import { currentLanguage, watchLanguage } from '../language.ts'
import { adoptCardStyles } from '../styles/adopt-card-styles.ts'
import { cardData } from './card-data.ts'
import type { CardSlot } from './card-slot.ts'
import { drawReadyCard } from './draw-ready-card.ts'
import { makeCardSkeleton } from './make-card-skeleton.ts'
import { makeFailed } from './make-failed.ts'

/** Milliseconds after which the question for products has left, and its answer is not there yet. */
const onItsWay = 8

export interface CardOptions {
  shop: Shop
  /** A product, or its id: then it is fetched together with the other cards of the page. */
  product: Product | string
  /** The buyer wants to see all of it, or has to choose a variant. False means that it could not be shown. */
  onOpen: (productId: string) => unknown
  /** What the page puts in a place of the card; asked whenever it is drawn. */
  slot: (name: CardSlot) => Node[]
}

/** Draws a product's card and keeps it up to date. The answer ends that and takes the card away. */
export function drawCard(root: ParentNode, { shop, product, onOpen, slot }: CardOptions): () => void {
  // A card that a server rendered says what it shows: a tap need not wait for the answer.
  const link = root.querySelector('link')
  const rendered = link?.dataset.product
  const given: Product | undefined = typeof product === 'string' ? rendered && JSON.parse(rendered) : product
  const id = typeof product === 'string' ? product : product.id
  // The page may have changed its mind since.
  const known = given?.id === id ? given : undefined
  const store = given === product ? undefined : shop.catalogue.product(id)
  let stopCard: (() => void) | undefined
  const draw = () => {
    stopCard?.()
    stopCard = undefined
    const language = currentLanguage(shop)
    const state = store?.getState()
    const ready: Product | undefined = state?.status === 'ready' ? state.value : known
    const theirs =
      ready &&
      ready === known &&
      link?.dataset.product &&
      link.lang === language &&
      root.querySelector('article')
    if (link) {
      // The loader, which keeps taps on what is not alive yet, looks at this.
      delete link.dataset.product
      // What a server linked to goes with what it drew.
      if (!theirs) adoptCardStyles(root as ShadowRoot)
    }
    if (ready) stopCard = drawReadyCard(root, { shop, product: ready, onOpen, slot }, theirs || undefined)
    else if (state?.status === 'failed')
      root.replaceChildren(makeFailed('cardFailed', language, () => shop.catalogue.retry(id)))
    else {
      root.replaceChildren(makeCardSkeleton())
      // A browser's first writing of a price takes as long as drawing ten cards: it is done while they are on their way.
      setTimeout(Intl.NumberFormat, onItsWay, language)
    }
  }
  const stopProduct = store?.subscribe((state) => {
    // The same once more would only take the focus away.
    const isShown = state.status === 'ready' && rendered === cardData(state.value)
    if (!isShown) draw()
  })
  const stopLanguage = watchLanguage(shop, draw)
  return () => {
    stopProduct?.()
    stopLanguage()
    stopCard?.()
    if (link) adoptCardStyles(root as ShadowRoot)
    root.replaceChildren()
  }
}
