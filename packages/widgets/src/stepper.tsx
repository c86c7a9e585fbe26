import { type CartLine, maxQuantity } from '@vitrina/core'
import type { JSX } from 'preact'
import { IconButton } from './icon-button.tsx'
import { shapes } from './icon-shapes.ts'
import { replaceable } from './replaceable.tsx'
import { useScene } from './scene.ts'

export interface StepperProps {
  line: CartLine
}

/** Changes how many pieces a line has. */
export const Stepper = replaceable('Stepper', OwnStepper)

function OwnStepper({ line }: StepperProps): JSX.Element {
  const { shop, texts } = useScene()
  const change = (quantity: number) => {
    if (quantity >= 1 && quantity <= maxQuantity) shop.cart.setQuantity(line.variantId, quantity)
  }
  // aria-disabled instead of disabled: a button that loses its focus throws keyboard users out of the list.
  return (
    <div class="v-stepper">
      <IconButton
        part="decrease"
        label={texts.decrease(line.title)}
        shape={shapes.minus}
        aria-disabled={line.quantity <= 1}
        onClick={() => change(line.quantity - 1)}
      />
      <span>
        <span class="v-hidden">{texts.quantity(line.quantity)}</span>
        <span part="quantity" aria-hidden="true">
          {line.quantity}
        </span>
      </span>
      <IconButton
        part="increase"
        label={texts.increase(line.title)}
        shape={shapes.plus}
        aria-disabled={line.quantity >= maxQuantity}
        onClick={() => change(line.quantity + 1)}
      />
    </div>
  )
}
