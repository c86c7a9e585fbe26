import { type CartLine, multiplyMoney } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { Stepper } from '../stepper.tsx'

/** One line of the cart: what it is, how many, for how much. */
export function CartLineRow({ line }: { line: CartLine }): JSX.Element {
  const { shop, texts, money, navigate } = useScene()
  const chosen = Object.values(line.options).join(', ')
  return (
    <li class="v-line" part="line">
      <div class="v-frame v-small">
        {line.picture && <img src={line.picture.url} alt="" loading="lazy" decoding="async" />}
      </div>
      <div class="v-line-words">
        <button
          type="button"
          class="v-link"
          onClick={() => navigate({ name: 'product', id: line.productId })}
        >
          {line.title}
        </button>
        {chosen && <span class="v-muted">{chosen}</span>}
      </div>
      <strong class="v-line-price">{money(multiplyMoney(line.unitPrice, line.quantity))}</strong>
      <Stepper line={line} />
      <button
        type="button"
        class="v-link v-remove"
        part="remove"
        aria-label={texts.removeLine(line.title)}
        onClick={() => shop.cart.remove(line.variantId)}
      >
        {texts.remove}
      </button>
    </li>
  )
}
