import type { Order } from '@vitrina/core'
import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { OrderStateTag, OrderSummary } from '../screens/order-summary.tsx'

/** Done: what was ordered, under which numbers. */
export function PlacedStep({ order, orders }: { order: Order; orders: Order[] }): JSX.Element {
  const { texts, leave, navigate } = useScene()
  return (
    <>
      <Notice
        class="v-done"
        role="status"
        title={texts.placed}
        hint={texts.placedHints[order.paymentMethod]}
        icon={<Icon shape={shapes.done} />}
      >
        <OrderStateTag order={order} />
      </Notice>
      {orders.map((one) => (
        <OrderSummary key={one.id} order={one} />
      ))}
      <button type="button" class="v-button" part="done" onClick={leave}>
        {texts.done}
      </button>
      <button type="button" class="v-link v-center" onClick={() => navigate({ name: 'orders' })}>
        {texts.orders}
      </button>
    </>
  )
}
