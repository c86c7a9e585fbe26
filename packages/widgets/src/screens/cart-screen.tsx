import type { CartView, Shop } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { Icon } from '../icon.tsx'
import { cartShape } from '../icon-shapes.ts'
import { forgetNear, whenNear } from '../near-viewport.ts'
import { Notice } from '../notice.tsx'
import { type Scene, useScene } from '../scene.ts'
import { send } from '../send.ts'
import type { Texts } from '../texts/texts.ts'
import { useStore } from '../use-store.ts'
import { Adjustments } from './adjustments.tsx'
import { PromoField } from './asides.ts'
import { CartLineRow } from './cart-line-row.tsx'

/** What a phone shows, and then what a thumb scrolls. */
const linesAtFirst = 8
const linesAtOnce = 30

/** What is in the cart, and what to do about it. */
export function CartScreen(): JSX.Element {
  const { shop, texts, money, navigate, leave } = useScene()
  const cart = useStore(shop.cart)
  const note = cartNote(cart, texts)
  const [asked, ask] = useState(false)
  // Of a long cart, what is seen, and more when its end comes near.
  const [most, show] = useState(linesAtFirst)
  const rest = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const end = rest.current
    if (!end) return
    whenNear(end, () => show(most + linesAtOnce))
    return () => forgetNear(end)
  }, [most])
  const open = () => ask(true)
  return (
    <div class="v-screen">
      <Adjustments adjustments={cart.adjustments} />
      {cart.lines.length === 0 ? (
        cart.status === 'loading' ? (
          <Notice title={texts.cart} icon={<Busy />} />
        ) : (
          <Notice title={texts.cartEmpty} hint={texts.cartEmptyHint} icon={<Icon shape={cartShape} />}>
            <button type="button" class="v-button v-quiet" onClick={leave}>
              {texts.toProducts}
            </button>
          </Notice>
        )
      ) : (
        <ul class="v-lines">
          {cart.lines.slice(0, most).map((line) => (
            <CartLineRow key={line.variantId} line={line} />
          ))}
          {cart.lines.length > most && <li key="" ref={rest} />}
        </ul>
      )}
      {asked || cart.promoCodes.length > 0 ? (
        <PromoField asked={asked} onKeep={open} />
      ) : (
        cart.lines.length > 0 && (
          <button type="button" class="v-link" part="promo" onClick={open}>
            {texts.promoCode}
          </button>
        )
      )}
      {note && (
        <p class="v-note" role="status">
          {note}
        </p>
      )}
      {cart.lines.length > 0 && (
        <footer class="v-bar">
          <div class="v-sum" aria-live="polite">
            <span class="v-muted">{texts.subtotal}</span>
            <strong part="subtotal">{cart.subtotal && money(cart.subtotal)}</strong>
            {cart.estimated && <span class="v-muted">{texts.estimate}</span>}
          </div>
          <button
            type="button"
            class="v-button"
            part="checkout"
            onClick={(event) =>
              send(event.currentTarget, 'vitrina-begin-checkout', cart) && begin(shop, navigate)
            }
          >
            {texts.checkout}
          </button>
        </footer>
      )}
    </div>
  )
}

// What is in the cart now is another purchase than the order that was made before.
function begin({ checkout }: Shop, navigate: Scene['navigate']): void {
  if ('order' in checkout.getState()) checkout.close()
  navigate({ name: 'checkout' })
}

function cartNote({ failure, pending }: CartView, texts: Texts): string | null {
  if (!failure) return null
  if (failure.code === 'offline') return texts.cartOffline
  return pending > 0 ? `${texts.cartFailed} ${texts.failed[failure.code]}` : texts.failed[failure.code]
}
