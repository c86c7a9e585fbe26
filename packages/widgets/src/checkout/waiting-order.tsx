import type { Order } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { OrderStateTag, OrderSummary } from '../screens/order-summary.tsx'

/** An order that waits for its money, which may come later. */
export function WaitingOrder({ order }: { order: Order }): JSX.Element {
  const { shop, texts, leave } = useScene()
  return (
    <>
      <p class="v-order-head">
        <OrderStateTag order={order} />
      </p>
      <OrderSummary order={order} />
      <button
        type="button"
        class="v-link v-center"
        part="later"
        onClick={() => {
          leave()
          shop.checkout.close()
        }}
      >
        {texts.payLater}
      </button>
    </>
  )
}
