import type { Order, OrderState } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import type { AsideTexts } from '../texts/aside/aside-texts.ts'
import type { Texts } from '../texts/texts.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** How far an order is, as a line of steps: those behind it, the one it is at, and those to come. */
export function OrderSteps({ order }: { order: Order }): JSX.Element {
  const { texts } = useScene()
  const words = useAsideTexts()
  const { behind, ahead } = stepsOf(order, texts, words)
  return (
    <ol class="v-steps" part="steps">
      {behind.map((name) => (
        <li key={name} class="v-done" part="step">
          {name}
          <span class="v-hidden">, {words.stepDone}</span>
        </li>
      ))}
      <li part="step" aria-current="step">
        <span part="order-state" data-state={order.state}>
          {texts.orderStates[order.state]}
        </span>
      </li>
      {ahead.map((name) => (
        <li key={name} class="v-ahead" part="step">
          {name}
        </li>
      ))}
    </ol>
  )
}

function stepsOf({ state, payment, paymentMethod }: Order, texts: Texts, words: AsideTexts) {
  const { orderStates } = texts
  const way: OrderState[] = ['confirmed', 'shipped', 'delivered']
  const at = way.indexOf(state)
  const paid = paymentMethod === 'card' && (at >= 0 || payment?.state === 'paid') ? [texts.paid] : []
  return {
    behind: [words.stepPlaced, ...paid, ...way.slice(0, Math.max(at, 0)).map((step) => orderStates[step])],
    ahead: state === 'cancelled' ? [] : way.slice(at + 1).map((step) => orderStates[step]),
  }
}
