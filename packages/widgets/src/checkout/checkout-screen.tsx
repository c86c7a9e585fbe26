import type { Checkout } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { OrderScreen, UnpaidStep } from '../screens/asides.ts'
import { scrollerOf } from '../scroller.ts'
import { useStore } from '../use-store.ts'
import { CheckoutForm } from './checkout-form.tsx'
import { PayingStep } from './paying-step.tsx'
import { PlacedStep } from './placed-step.tsx'

/** From cart to order: one screen for each step. */
export function CheckoutScreen(): JSX.Element {
  const { shop } = useScene()
  const checkout = useStore(shop.checkout)
  useEffect(() => {
    if (shop.checkout.getState().step === 'closed') shop.checkout.open()
    return () => {
      // An order that waits for its money is not forgotten: the shop leads back to it.
      const { step } = shop.checkout.getState()
      if (step === 'filling' || step === 'placed') shop.checkout.close()
    }
  }, [shop])
  const screen = useRef<HTMLDivElement>(null)
  const drawn = useRef(checkout.step)
  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = checkout.step
    if (before === checkout.step || before === 'closed' || !screen.current) return
    // The form was scrolled to its button; what comes after it begins at its top.
    scrollerOf(screen.current).scrollTop = 0
    screen.current.focus({ preventScroll: true })
  }, [checkout.step])
  if ('order' in checkout && checkout.order.state === 'cancelled') {
    return <OrderScreen id={checkout.order.id} />
  }
  return (
    <div class="v-screen" data-step={checkout.step} tabIndex={-1} ref={screen}>
      <Step checkout={checkout} />
    </div>
  )
}

function Step({ checkout }: { checkout: Checkout }): JSX.Element {
  const { shop, texts } = useScene()
  switch (checkout.step) {
    case 'closed':
      return <Notice title={texts.checkoutTitle} icon={<Busy />} />
    case 'filling':
      return <CheckoutForm checkout={checkout} />
    case 'placing':
      return <Notice role="status" title={texts.placing} hint={texts.placingHint} icon={<Busy />} />
    case 'checking':
      return (
        <Notice role="status" title={texts.checking} hint={texts.checkingHint} icon={<Busy />}>
          {checkout.failure && <p class="v-muted">{texts.failed[checkout.failure.code]}</p>}
          <button type="button" class="v-button v-quiet" part="check" onClick={() => shop.checkout.check()}>
            {texts.checkNow}
          </button>
        </Notice>
      )
    case 'paying':
      return <PayingStep order={checkout.order} failure={checkout.failure} />
    case 'unpaid':
      return <UnpaidStep order={checkout.order} reason={checkout.reason} />
    case 'placed':
      return <PlacedStep {...checkout} />
  }
}
