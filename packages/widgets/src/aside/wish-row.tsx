import { maxQuantity, type Product, type Variant } from '@vitrina/core'
import type { Wish } from '@vitrina/core/wish-list'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { focus } from '../focus.ts'
import { Price } from '../price.tsx'
import { useScene } from '../scene.ts'
import { ShownPicture } from '../screens/shown-picture.tsx'
import { useStore } from '../use-store.ts'
import { UndoButton } from './undo-button.tsx'
import { useAsideTexts } from './use-aside-texts.ts'
import type { WishListHere } from './use-wish-list.ts'

export interface WishRowProps {
  wish: Wish
  /** It is on the list. */
  here: boolean
  list: WishListHere
}

/** Taken off by hand, or put in the cart. */
type Taken = 'removed' | 'moved'

interface KeptProps extends Omit<WishRowProps, 'here'> {
  /** What was done to it before it came back. */
  taken: Taken | undefined
  onTake: (taken: Taken) => void
}

/** One wish: what it is now, and the way into the cart; or what is left in its place. */
export function WishRow({ here, ...props }: WishRowProps): JSX.Element | null {
  const [taken, take] = useState<Taken>()
  if (here) {
    return (
      <li class="v-line" part="wish-row">
        <Kept {...props} taken={taken} onTake={take} />
      </li>
    )
  }
  return taken ? (
    <li class="v-note">
      <TakenWish {...props} taken={taken} />
    </li>
  ) : null
}

function Kept({ wish, list, taken, onTake }: KeptProps): JSX.Element {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const state = useStore(useMemo(() => shop.catalogue.product(wish.productId), [shop, wish.productId]))
  const product = state.status === 'ready' ? state.value : undefined
  const variant = product?.variants.find(({ id }) => id === wish.variantId)
  const gone = state.status === 'failed' ? state.failure.code === 'not-found' : product && !variant
  return (
    <>
      <Face wish={wish} product={product} variant={variant} />
      {product && variant && !gone ? (
        <Offer wish={wish} list={list} product={product} variant={variant} onTake={onTake} />
      ) : state.status === 'failed' && !gone ? (
        <p class="v-wish-state" role="alert">
          {texts.failed[state.failure.code]}{' '}
          <button
            type="button"
            class="v-link"
            part="retry"
            onClick={() => shop.catalogue.retry(wish.productId)}
          >
            {texts.retry}
          </button>
        </p>
      ) : (
        <p class="v-wish-state v-muted">{gone ? words.noLongerSold : texts.loading}</p>
      )}
      <div class="v-acts">
        <button
          type="button"
          class="v-link"
          part="remove"
          // Here again: the focus was at the button that brought it back.
          ref={taken && focus}
          aria-label={words.removeWish(wish.title)}
          onClick={({ currentTarget }) => {
            if (list.remove(currentTarget, wish)) onTake('removed')
          }}
        >
          {texts.remove}
        </button>
      </div>
    </>
  )
}

interface FaceProps {
  wish: Wish
  product: Product | undefined
  variant: Variant | undefined
}

function Face({ wish, product, variant }: FaceProps): JSX.Element {
  const { navigate } = useScene()
  const picture = variant?.picture ?? product?.pictures[0]
  const chosen = Object.values(variant?.options ?? {}).join(', ')
  return (
    <>
      <div class="v-frame v-small">{picture && <ShownPicture picture={picture} sizes="80px" />}</div>
      <div class="v-line-words">
        {product ? (
          <button
            type="button"
            class="v-link"
            onClick={() => navigate({ name: 'product', id: wish.productId })}
          >
            {product.title}
          </button>
        ) : (
          <span>{wish.title}</span>
        )}
        {chosen && <span class="v-muted">{chosen}</span>}
      </div>
    </>
  )
}

interface OfferProps extends Omit<KeptProps, 'taken'> {
  product: Product
  variant: Variant
}

/** For how much, whether there is any, and into the cart. */
function Offer({ wish, list, product, variant, onTake }: OfferProps): JSX.Element {
  const { shop, texts } = useScene()
  const { availability } = variant
  const soldOut = availability === 'sold-out'
  const move = (at: EventTarget) => {
    const before = piecesOf()
    shop.cart.add(product, variant, Math.min(wish.quantity, maxQuantity))
    if (piecesOf() > before && list.remove(at, wish)) onTake('moved')
  }
  const piecesOf = () =>
    shop.cart.getState().lines.find(({ variantId }) => variantId === variant.id)?.quantity ?? 0
  return (
    <>
      <div class="v-line-price">
        <Price variant={variant} />
        {availability !== 'in-stock' && (
          <p class={`v-stock v-${availability}`} part="stock">
            {texts.availability[availability]}
          </p>
        )}
      </div>
      <button
        type="button"
        class="v-button v-quiet v-move"
        part="add-to-cart"
        aria-label={`${soldOut ? texts.soldOut : texts.addToCart}: ${product.title}`}
        aria-disabled={soldOut}
        onClick={({ currentTarget }) => !soldOut && move(currentTarget)}
      >
        {soldOut ? texts.soldOut : texts.addToCart}
      </button>
    </>
  )
}

/** Says what became of it, and takes that back. */
function TakenWish({ wish, list, taken }: Omit<WishRowProps, 'here'> & { taken: Taken }): JSX.Element {
  const { shop, texts, navigate } = useScene()
  const words = useAsideTexts()
  const moved = taken === 'moved'
  const said = moved ? words.moved(wish.title) : `${texts.removed}: ${wish.title}`
  const undo = (at: EventTarget) => {
    if (!list.add(at, wish) || !moved) return
    const { variantId, quantity } = wish
    const line = shop.cart.getState().lines.find((one) => one.variantId === variantId)
    if (!line) return
    if (line.quantity > quantity) shop.cart.setQuantity(variantId, line.quantity - quantity)
    else shop.cart.remove(variantId)
  }
  return (
    <>
      <UndoButton said={said} place={focus} onUndo={undo} />
      {moved && (
        <button type="button" class="v-link" part="go-to-cart" onClick={() => navigate({ name: 'cart' })}>
          {texts.cart}
        </button>
      )}
    </>
  )
}
