import { defaultVariant, findVariant, type Product } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { hasAside } from '../aside.tsx'
import { countPieces } from '../card/watch-pieces.ts'
import { FailedNotice } from '../failed-notice.tsx'
import { Price } from '../price.tsx'
import { useScene } from '../scene.ts'
import { useStore } from '../use-store.ts'
import { Wish } from './asides.ts'
import { beginCheckout } from './begin-checkout.ts'
import { Gallery } from './gallery.tsx'
import { ProductOptions } from './product-options.tsx'
import { ProductWords } from './product-words.tsx'
import { Terms } from './terms.tsx'

/** All about one product, and the choice of its variant. */
export function ProductScreen({ id }: { id: string }): JSX.Element {
  const { shop, texts } = useScene()
  const state = useStore(useMemo(() => shop.catalogue.product(id), [shop, id]))
  switch (state.status) {
    case 'loading':
      return (
        <div class="v-screen v-product v-skeleton" aria-busy="true">
          <div class="v-frame v-big" />
          <div class="v-about">
            <span class="v-hidden" role="status">
              {texts.loading}
            </span>
            <i class="v-bone v-tall" />
            <i class="v-bone v-short" />
            <i class="v-bone" />
            <i class="v-bone" />
          </div>
        </div>
      )
    case 'failed':
      return (
        <FailedNotice
          title={texts.cardFailed}
          failure={state.failure}
          onRetry={() => shop.catalogue.retry(id)}
        />
      )
    case 'ready':
      return <ReadyProduct key={id} product={state.value} />
  }
}

function ReadyProduct({ product }: { product: Product }): JSX.Element {
  const scene = useScene()
  const { shop, texts, navigate } = scene
  const [wishing, wish] = useState(false)
  const [chosen, choose] = useState(() => defaultVariant(product).options)
  const variant = findVariant(product, chosen)
  const pieces = useStore(shop.cart, ({ lines }) => countPieces(lines).get(product.id) ?? 0)
  useEffect(() => shop.catalogue.viewed(product), [product])
  const soldOut = variant?.availability === 'sold-out'
  return (
    <div class="v-screen v-product">
      <Gallery product={product} shown={variant?.picture} />
      <div class="v-about">
        {product.vendor && <p class="v-muted">{product.vendor}</p>}
        <h2 class="v-title" part="title">
          {product.title}
        </h2>
        <div aria-live="polite">
          {variant ? (
            <>
              <Price variant={variant} />
              <p class={`v-stock v-${variant.availability}`} part="stock">
                {texts.availability[variant.availability]}
              </p>
            </>
          ) : (
            <p class="v-stock v-sold-out" part="stock">
              {texts.noSuchVariant}
            </p>
          )}
        </div>
        <ProductOptions product={product} chosen={chosen} onChoose={choose} />
        {variant &&
          (wishing || hasAside() ? (
            <Wish product={product} variant={variant} asked={wishing} />
          ) : (
            <button type="button" class="v-link" part="wish" onClick={() => wish(true)}>
              {texts.wish}
            </button>
          ))}
        <div class="v-buy">
          <button
            type="button"
            class="v-button"
            part="add-to-cart"
            disabled={!variant || soldOut}
            onClick={() => variant && shop.cart.add(product, variant)}
          >
            {soldOut ? texts.soldOut : texts.addToCart}
          </button>
          {pieces > 0 ? (
            <button
              type="button"
              class="v-button v-quiet"
              part="go-to-cart"
              onClick={() => navigate({ name: 'cart' })}
            >
              {texts.inCart(pieces)}
            </button>
          ) : (
            variant &&
            !soldOut && (
              <button
                type="button"
                class="v-button v-quiet"
                part="buy-now"
                onClick={(event) => {
                  shop.cart.add(product, variant)
                  // The page may have had something against it.
                  if (shop.cart.getState().lines.some(({ variantId }) => variantId === variant.id))
                    beginCheckout(event.currentTarget, scene)
                }}
              >
                {texts.buyNow}
              </button>
            )
          )}
          <span class="v-hidden" role="status">
            {pieces > 0 ? texts.inCart(pieces) : ''}
          </span>
        </div>
        <ProductWords product={product} />
        <Terms sellers={product.seller ? [product.seller] : []} />
      </div>
    </div>
  )
}
