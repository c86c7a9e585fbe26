import { type CartLine, multiplyMoney } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { focus } from '../focus.ts'
import { replaceable } from '../replaceable.tsx'
import { useScene } from '../scene.ts'
import { Stepper } from '../stepper.tsx'
import { Wish } from './asides.ts'
import { ShownPicture } from './shown-picture.tsx'

export interface CartLineRowProps {
  line: CartLine
  /** It is in the cart. */
  here: boolean
}

/** One line of the cart: what it is, how many, for how much. What is taken out leaves a row, from which it can be brought back. */
export const CartLineRow = replaceable('CartLine', OwnCartLine)

function OwnCartLine({ line, here }: CartLineRowProps): JSX.Element | null {
  const { shop, texts, money, navigate } = useScene()
  const [taken, take] = useState<'removed' | 'wished'>()
  const chosen = Object.values(line.options).join(', ')
  if (taken === 'wished')
    return (
      <li class="v-note">
        <Wish line={line} onBack={() => take('removed')} />
      </li>
    )
  if (!here) {
    const removed = `${texts.removed}: ${line.title}`
    // What went elsewhere went without a word of this buyer.
    return taken ? (
      <li class="v-note">
        <span>{removed}</span>
        <button
          type="button"
          class="v-link"
          part="undo"
          ref={focus}
          aria-label={`${texts.undo}. ${removed}`}
          onClick={() => shop.cart.restore(line)}
        >
          {texts.undo}
        </button>
      </li>
    ) : null
  }
  return (
    <li class="v-line" part="line">
      <div class="v-frame v-small">
        {line.picture && <ShownPicture picture={line.picture} sizes="80px" />}
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
      <div class="v-acts">
        <button
          type="button"
          class="v-link"
          part="wish"
          aria-label={`${texts.wish}: ${line.title}`}
          onClick={() => take('wished')}
        >
          {texts.wish}
        </button>
        <button
          type="button"
          class="v-link"
          part="remove"
          // Here again: the focus was at the button that brought it back.
          ref={taken && focus}
          aria-label={`${texts.remove}: ${line.title}`}
          onClick={() => {
            take('removed')
            shop.cart.remove(line.variantId)
          }}
        >
          {texts.remove}
        </button>
      </div>
    </li>
  )
}
