import type { Order, PaymentFailureReason } from '@vitrina/core'
import type { JSX } from 'preact'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { WaitingOrder } from './waiting-order.tsx'

/** The order is there, its payment failed: why, and once more. */
export function UnpaidStep({ order, reason }: { order: Order; reason: PaymentFailureReason }): JSX.Element {
  const { shop, texts } = useScene()
  return (
    <>
      <Notice role="status" title={texts.unpaid}>
        <p part="reason">{texts.unpaidReasons[reason]}</p>
        <p class="v-muted">{texts.unpaidHint}</p>
      </Notice>
      <button type="button" class="v-button" part="pay" onClick={() => shop.checkout.pay()}>
        {texts.payAgain}
      </button>
      <WaitingOrder order={order} />
    </>
  )
}
