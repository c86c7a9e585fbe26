import { type CancelOrderFailure, type Order, orderMoves } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface CancelOrderProps {
  order: Order
  /** Why it was not cancelled the last time. */
  failure: CancelOrderFailure | undefined
  /** The shop has answered: the order may be another one now. */
  onAnswer: (failure: CancelOrderFailure | undefined) => void
}

/**
 * Cancels an order while that is possible. Said twice, in the page itself, for a frame may not open dialogs. That it was
 * done the order tells; why it was not is said here, also when the order has gone on meanwhile.
 */
export function CancelOrder({ order, failure, onAnswer }: CancelOrderProps): JSX.Element {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const [asking, ask] = useState(false)
  const cancel = async () => {
    ask(true)
    const done = await shop.orders.cancel(order.id)
    ask(false)
    onAnswer(done.ok ? undefined : done.error)
  }
  return (
    <>
      {orderMoves[order.state].includes('cancelled') && (
        <details class="v-note">
          <summary>{words.cancelOrder}</summary>
          <button
            type="button"
            class="v-button v-quiet"
            part="cancel-order"
            aria-disabled={asking}
            onClick={asking ? undefined : cancel}
          >
            {asking && <Busy />}
            {words.cancelOrder}
          </button>
        </details>
      )}
      <p role="alert">
        {failure &&
          (failure.code === 'not-cancellable'
            ? words.cancelFailed[failure.code]
            : texts.failed[failure.code])}
      </p>
    </>
  )
}
