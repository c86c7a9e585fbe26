import type { Product, Variant } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import { useScene } from '../scene.ts'
import { heartShape } from './heart-shape.ts'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'
import { useWishList, wishOfVariant } from './use-wish-list.ts'

export interface WishButtonProps {
  product: Product
  variant: Variant
  /** A tap has drawn it, which meant that. */
  asked: boolean
}

/** A heart: the chosen variant is on the wish list, or can be put there. */
export function WishButton({ product, variant, asked }: WishButtonProps): JSX.Element {
  const { texts } = useScene()
  const words = useAsideTexts()
  const { wishes, add, remove } = useWishList()
  const button = useRef<HTMLButtonElement>(null)
  const wish = wishOfVariant(product, variant)
  const on = wishes.some(({ variantId }) => variantId === variant.id)
  useLayoutEffect(() => {
    if (!button.current) return
    asideLooks(button.current)
    if (!asked) return
    if (!on) add(button.current, wish)
    button.current.focus()
  }, [])
  return (
    <button
      type="button"
      class={on ? 'v-link v-wish v-on' : 'v-link v-wish'}
      part="wish"
      ref={button}
      onClick={({ currentTarget }) => (on ? remove : add)(currentTarget, wish)}
    >
      <Icon shape={heartShape} />
      <span role="status">{on ? words.inWishList : texts.wish}</span>
      {on && <span class="v-hidden">, {words.unwish}</span>}
    </button>
  )
}
