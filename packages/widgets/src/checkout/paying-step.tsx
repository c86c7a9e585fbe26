import type { Order, StartPaymentFailure } from '@vitrina/core'
import type { JSX } from 'preact'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { WaitingOrder } from './waiting-order.tsx'

/** The order is there; its money is not known to have moved. */
export function PayingStep({
  order,
  failure,
}: {
  order: Order
  failure: StartPaymentFailure | null
}): JSX.Element {
  const { shop, texts } = useScene()
  const url = order.payment?.state === 'pending' ? webAddress(order.payment.url) : undefined
  return (
    <>
      <Notice role="status" title={texts.paying} hint={texts.payingHint} />
      {failure && (
        <p class="v-note v-wrong" role="alert" part="failure">
          {texts.startPaymentFailed[failure.code]}
        </p>
      )}
      {/* A real link: a window that a script opens after an answer is blocked, one that a finger opens is not. */}
      {url ? (
        <a class="v-button" part="pay" href={url} target="_blank" rel="noopener">
          {texts.openPayment}
        </a>
      ) : (
        <button type="button" class="v-button" part="pay" onClick={() => shop.checkout.pay()}>
          {texts.openPayment}
        </button>
      )}
      <button type="button" class="v-button v-quiet" part="check" onClick={() => shop.checkout.check()}>
        {texts.iPaid}
      </button>
      {url && (
        <button type="button" class="v-link v-center" part="pay-again" onClick={() => shop.checkout.pay()}>
          {texts.payAgain}
        </button>
      )}
      <WaitingOrder order={order} />
    </>
  )
}

// The address comes from outside: nothing but a web page may be behind a link.
function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined
}
