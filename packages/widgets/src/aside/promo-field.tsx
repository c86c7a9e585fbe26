import { promoCodeSize } from '@vitrina/core'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from '../icon.tsx'
import { shapes } from '../icon-shapes.ts'
import { useScene } from '../scene.ts'
import { useStore } from '../use-store.ts'
import { asideLooks } from './looks.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface PromoFieldProps {
  /** Somebody asked for it: what is typed goes there. */
  asked: boolean
  /** It has to stay, though there are no codes any more. */
  onKeep: () => void
}

/** The codes of the cart, and a field for one more. */
export function PromoField({ asked, onKeep }: PromoFieldProps): JSX.Element {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const codes = useStore(shop.cart, (cart) => cart.promoCodes)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (asked) field.current?.focus()
  }, [])
  return (
    <form
      class="v-promo"
      ref={asideLooks}
      onSubmit={(event) => {
        event.preventDefault()
        if (!field.current) return
        shop.cart.applyPromo(field.current.value)
        field.current.value = ''
      }}
    >
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          class="v-promo-code"
          part="promo-code"
          aria-label={words.removePromo(code)}
          onClick={() => {
            onKeep()
            field.current?.focus()
            shop.cart.removePromo(code)
          }}
        >
          {code}
          <Icon shape={shapes.close} />
        </button>
      ))}
      <input
        ref={field}
        part="promo-field"
        aria-label={texts.promoCode}
        placeholder={texts.promoCode}
        maxLength={promoCodeSize}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        enterkeyhint="done"
      />
      <button type="submit" class="v-button v-quiet" part="promo-apply">
        {words.applyPromo}
      </button>
    </form>
  )
}
