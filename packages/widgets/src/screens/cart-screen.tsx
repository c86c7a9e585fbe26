import type { CartView } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { forgetNear, whenNear } from '../near-viewport.ts'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import type { Texts } from '../texts/texts.ts'
import { useStore } from '../use-store.ts'
import { Adjusted } from './adjusted.tsx'
import { PromoField } from './asides.ts'
import { beginCheckout } from './begin-checkout.ts'
import { CartFooter } from './cart-footer.tsx'
import { CartLineRow } from './cart-line-row.tsx'
import { useRows } from './use-rows.ts'

/** What a phone shows, and then what a thumb scrolls. */
const linesAtFirst = 8
const linesAtOnce = 30

/** What is in the cart, and what to do about it. */
export function CartScreen(): JSX.Element {
  const scene = useScene()
  const { shop, texts, money, navigate, leave } = scene
  const cart = useStore(shop.cart)
  const rows = useRows(cart.lines)
  const { minimum, deliveryFrom } = cart.terms
  const missing = minimum && cart.subtotal ? minimum.amount - cart.subtotal.amount : 0
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
  const promo = asked || cart.promoCodes.length > 0
  return (
    <div class="v-screen">
      <Adjusted adjustments={cart.adjustments} />
      {rows.length > 0 && (
        <ul class="v-lines">
          {rows.slice(0, most).map(({ item, here }) => (
            <CartLineRow key={item.variantId} line={item} here={here} />
          ))}
          {rows.length > most && <li key="" ref={rest} />}
        </ul>
      )}
      {cart.lines.length === 0 &&
        (cart.status === 'loading' ? (
          <Notice title={texts.cart} icon={<Busy />} />
        ) : (
          <Notice title={texts.cartEmpty} hint={texts.cartEmptyHint} icon={<Icon shape={shapes.cart} />}>
            <button type="button" class="v-button v-quiet" onClick={leave}>
              {texts.toProducts}
            </button>
          </Notice>
        ))}
      {promo && <PromoField asked={asked} onKeep={open} />}
      <div class="v-acts">
        {!promo && cart.lines.length > 0 && (
          <button type="button" class="v-link" part="promo" onClick={open}>
            {texts.promoCode}
          </button>
        )}
        <button type="button" class="v-link" part="wish-list" onClick={() => navigate({ name: 'wish-list' })}>
          {texts.wishList}
        </button>
      </div>
      {minimum && missing > 0 && (
        <p class="v-note" part="minimum">
          {texts.belowMinimum(money(minimum), money({ ...minimum, amount: missing }))}
        </p>
      )}
      <CartFooter />
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
            {deliveryFrom && cart.promoCodes.length === 0 && (
              <span class="v-muted" part="delivery-from">
                {texts.delivery} {texts.from} {money(deliveryFrom)}
              </span>
            )}
            {cart.estimated && <span class="v-muted">{texts.estimate}</span>}
          </div>
          <button
            type="button"
            class="v-button"
            part="checkout"
            onClick={(event) => beginCheckout(event.currentTarget, scene)}
          >
            {texts.checkout}
          </button>
        </footer>
      )}
    </div>
  )
}

function cartNote({ failure, pending }: CartView, texts: Texts): string | null {
  if (!failure) return null
  if (failure.code === 'offline') return texts.cartOffline
  return pending > 0 ? `${texts.cartFailed} ${texts.failed[failure.code]}` : texts.failed[failure.code]
}
