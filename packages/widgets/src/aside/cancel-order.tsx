import type { CancelOrderFailure, Order } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface CancelOrderProps {
  order: Order
  /** The shop has answered: with a failure, or the order is cancelled. */
  onAnswer: (failure: CancelOrderFailure | undefined) => void
}

/** Cancels an order. Said twice, in the page itself, for a frame may not open dialogs. */
export function CancelOrder({ order, onAnswer }: CancelOrderProps): JSX.Element {
  const { shop } = useScene()
  const words = useAsideTexts()
  const [asking, ask] = useState(false)
  const cancel = async () => {
    ask(true)
    const answer = await shop.orders.cancel(order.id)
    ask(false)
    onAnswer(answer.ok ? undefined : answer.error)
  }
  return (
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
  )
}

/** Why an order was not cancelled. Not inside of the button’s note, which goes when the order cannot be cancelled any more. */
export function CancelFailed({ failure }: { failure: CancelOrderFailure | undefined }): JSX.Element {
  const { texts } = useScene()
  const words = useAsideTexts()
  const said: Record<CancelOrderFailure['code'], string> = { ...texts.failed, ...words.cancelRefusals }
  return <div role="alert">{failure && <p class="v-note v-wrong">{said[failure.code]}</p>}</div>
}
