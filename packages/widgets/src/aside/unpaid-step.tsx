import type { Order, PaymentFailureReason } from '@vitrina/core'
import type { JSX } from 'preact'
import { WaitingOrder } from '../checkout/waiting-order.tsx'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** The order is there, its payment failed: why, and once more. */
export function UnpaidStep({ order, reason }: { order: Order; reason: PaymentFailureReason }): JSX.Element {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  return (
    <>
      <Notice role="status" title={words.unpaid}>
        <p part="reason">{words.unpaidReasons[reason]}</p>
        <p class="v-muted">{words.unpaidHint}</p>
      </Notice>
      <button type="button" class="v-button" part="pay" onClick={() => shop.checkout.pay()}>
        {texts.payAgain}
      </button>
      <WaitingOrder order={order} />
    </>
  )
}
