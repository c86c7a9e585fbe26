import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { FailedNotice } from '../failed-notice.tsx'
import { focus } from '../focus.ts'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { Notice } from '../notice.tsx'
import { useScene } from '../scene.ts'
import { OrderStateTag } from '../screens/order-summary.tsx'
import { RowBones } from '../screens/row-bones.tsx'
import { useAnswer } from '../use-answer.ts'
import { ForgetBuyer } from './forget-buyer.tsx'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** The buyer's orders, the newest first. */
export function OrdersScreen(): JSX.Element {
  const { shop, texts, money, navigate, leave } = useScene()
  const words = useAsideTexts()
  const [forgotten, forget] = useState(false)
  const { state, again } = useAnswer(() => shop.orders.list(), [shop], { alive: true })
  const wishList = (
    <button type="button" class="v-link" part="wish-list" onClick={() => navigate({ name: 'wish-list' })}>
      {texts.wishList}
    </button>
  )
  const forgetBuyer = (
    <ForgetBuyer
      onForgotten={() => {
        forget(true)
        again()
      }}
    />
  )
  switch (state.status) {
    case 'loading':
      return <RowBones />
    case 'failed':
      return <FailedNotice title={texts.orders} failure={state.failure} onRetry={again} />
    case 'ready':
      if (state.value.length === 0)
        return (
          <Notice
            title={words.ordersEmpty}
            {...(forgotten && { hint: words.forgotten, role: 'status' })}
            icon={<Icon shape={shapes.orders} />}
          >
            <button type="button" class="v-button v-quiet" ref={forgotten ? focus : null} onClick={leave}>
              {texts.toProducts}
            </button>
            {wishList}
            {!forgotten && forgetBuyer}
          </Notice>
        )
      return (
        <div class="v-screen" ref={asideLooks}>
          {wishList}
          <ul class="v-orders">
            {state.value.map((order) => (
              <li key={order.id} part="order">
                <button
                  type="button"
                  class="v-order-row"
                  onClick={() => navigate({ name: 'order', id: order.id })}
                >
                  <span>
                    <b>
                      {words.order} <span part="order-number">{order.number}</span>
                    </b>
                    <time class="v-muted" dateTime={order.placedAt}>
                      {words.placedAt(order.placedAt)}
                    </time>
                  </span>
                  <span>
                    <b>{money(order.total)}</b>
                    <OrderStateTag order={order} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {forgetBuyer}
        </div>
      )
  }
}
