import type { Order } from '@vitrina/core'
import type { JSX } from 'preact'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { Fact } from './fact.tsx'
import { SumLines } from './sum-lines.tsx'

export interface OrderSummaryProps {
  order: Order
  /** What became of its money, where there is more to say than how it is paid. */
  payment?: string | undefined
}

/** What was bought, for how much, and how it gets to the buyer. */
export const OrderSummary = replaceable('OrderSummary', OwnOrderSummary)

function OwnOrderSummary({ order, payment }: OrderSummaryProps): JSX.Element {
  const { texts } = useScene()
  return (
    <section class="v-order">
      <dl class="v-facts">
        <Fact name={texts.orderNumber} part="order-number">
          {order.number}
        </Fact>
        <Fact name={texts.seller}>{order.seller.legal ?? order.seller.name}</Fact>
        <Fact name={texts.payment}>
          {payment ??
            (order.payment?.state === 'paid' ? texts.paid : texts.paymentMethods[order.paymentMethod])}
        </Fact>
        <Fact name={texts.delivery}>{order.deliveryText}</Fact>
        <Fact name={texts.contact}>
          {order.contact.name}, {order.contact.phone}
        </Fact>
      </dl>
      <SumLines {...order} delivery={order.deliveryPrice} />
    </section>
  )
}

/** How far an order is, in words. */
export function OrderStateTag({ order }: { order: Order }): JSX.Element {
  const { texts } = useScene()
  return (
    <span class={`v-tag v-state v-${order.state}`} part="order-state" data-state={order.state}>
      {texts.orderStates[order.state]}
    </span>
  )
}
