import type { Order, OrderState } from '@vitrina/core'
import type { JSX } from 'preact'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

type Step = 'placed' | 'paid' | OrderState

/** The way of an order: what is behind it, where it is, and what is still to come. */
export function OrderSteps({ order }: { order: Order }): JSX.Element {
  const { texts } = useScene()
  const words = useAsideTexts()
  const said: Record<Step, string> = { ...texts.orderStates, placed: words.stepPlaced, paid: texts.paid }
  if (order.cancelReason) said.cancelled = words.cancelReasons[order.cancelReason]
  const steps = stepsOf(order)
  const present = steps.indexOf(order.state)
  return (
    <ol class="v-steps" part="steps" aria-label={words.orderSteps}>
      {steps.map((step, place) => (
        <li
          key={step}
          class={`v-step v-step-${step} ${place < present ? 'v-passed' : ''}`}
          part="step"
          aria-current={place === present ? 'step' : undefined}
        >
          <Mark step={step} passed={place < present} present={place === present} />
          <span>
            {said[step]}
            {place < present && <span class="v-hidden">, {words.stepDone}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A tick, a cross, a ring or an empty circle: told apart by their shapes, not by their colours. */
function Mark({ step, passed, present }: { step: Step; passed: boolean; present: boolean }): JSX.Element {
  const ended = present && (step === 'delivered' || step === 'cancelled')
  const ring = present && !ended
  return (
    <span class={ring ? 'v-mark v-ring' : 'v-mark'}>
      {(passed || ended) && <Icon shape={step === 'cancelled' ? shapes.close : shapes.done} />}
    </span>
  )
}

/** The steps in their order. What is cancelled has those that it came to, and no others. */
function stepsOf(order: Order): Step[] {
  const { state } = order
  const byCard = order.paymentMethod === 'card'
  if (state === 'cancelled') {
    if (!byCard) return ['placed', 'confirmed', state]
    return cancelledAfterPayment(order) ? ['placed', 'paid', 'confirmed', state] : ['placed', state]
  }
  const money: Step[] = state === 'awaiting-payment' ? [state] : byCard ? ['paid'] : []
  return ['placed', ...money, 'confirmed', 'shipped', 'delivered']
}

/** Money that came for an expired order came too late, and moved it nowhere. */
function cancelledAfterPayment({ payment, cancelReason }: Order): boolean {
  return payment?.state === 'paid' && cancelReason !== 'expired'
}
