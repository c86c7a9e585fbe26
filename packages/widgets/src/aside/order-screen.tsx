import { type CancelOrderFailure, orderMoves } from '@vitrina/core'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FailedNotice } from '../failed-notice.tsx'
import { useScene } from '../scene.ts'
import { OrderStateTag, OrderSummary } from '../screens/order-summary.tsx'
import { RowBones } from '../screens/row-bones.tsx'
import { useAnswer } from '../use-answer.ts'
import { CancelFailed, CancelOrder } from './cancel-order.tsx'
import { asideLooks } from './looks.ts'
import { OrderAgain } from './order-again.tsx'
import { OrderLinkNote } from './order-link-note.tsx'
import { OrderSteps } from './order-steps.tsx'
import { SellerLink } from './seller-link.tsx'
import { useAsideTexts } from './use-aside-texts.ts'
import { useSellers } from './use-sellers.ts'

/** One order: how far it is, what is in it, and cancelling or paying it while that is possible. */
export function OrderScreen({ id }: { id: string }): JSX.Element {
  const { shop, texts, money, navigate } = useScene()
  const words = useAsideTexts()
  const { state, again } = useAnswer(() => shop.orders.get(id), [shop, id], { alive: true })
  const { state: sellers } = useSellers(shop)
  const [failure, fail] = useState<CancelOrderFailure>()
  useEffect(() => fail(undefined), [id])
  switch (state.status) {
    case 'loading':
      return <RowBones />
    case 'failed':
      return <FailedNotice title={texts.order} failure={state.failure} onRetry={again} />
    case 'ready': {
      const order = state.value
      const { refund } = order
      const cancellable = orderMoves[order.state].includes('cancelled')
      const payment = refund
        ? `${words.refunds[refund.state]} ${money(refund.amount)}`
        : order.cancelReason === 'expired' && order.payment?.state !== 'paid'
          ? words.unpaidReasons.expired
          : undefined
      return (
        <div class="v-screen" ref={asideLooks}>
          <p class="v-order-head">
            <OrderStateTag order={order} />
            <time class="v-muted" dateTime={order.placedAt}>
              {words.placedAt(order.placedAt)}
            </time>
          </p>
          {!cancellable && <CancelFailed failure={failure} />}
          <OrderSteps order={order} />
          <OrderSummary order={order} payment={payment} />
          {sellers.status === 'ready' && <SellerLink id={order.seller.id} sellers={sellers.value} />}
          <OrderAgain order={order} />
          <OrderLinkNote order={order} />
          {cancellable && <CancelFailed failure={failure} />}
          {cancellable && (
            <CancelOrder
              order={order}
              onAnswer={(refused) => {
                fail(refused)
                if (!refused || refused.code === 'not-cancellable') again()
              }}
            />
          )}
          {order.state === 'awaiting-payment' && (
            <footer class="v-bar">
              <button
                type="button"
                class="v-button"
                part="pay"
                onClick={() => {
                  shop.checkout.pay(order)
                  navigate({ name: 'checkout' })
                }}
              >
                {words.pay}
              </button>
            </footer>
          )}
        </div>
      )
    }
  }
}
