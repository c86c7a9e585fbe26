import { type ForgetFailure, forget } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'
import { useWishList } from './use-wish-list.ts'

export interface ForgetBuyerProps {
  /** Nothing is known of this buyer any more. */
  onForgotten: () => void
}

/** Has the shop erase what it knows of this buyer, where it can, and the wish list with it. Said twice, in the page itself, for a frame may not open dialogs. */
export function ForgetBuyer({ onForgotten }: ForgetBuyerProps): JSX.Element | null {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const wishes = useWishList()
  const [asking, ask] = useState(false)
  const [failure, fail] = useState<ForgetFailure>()
  if (!shop.merchant.forget) return null
  const erase = async () => {
    ask(true)
    fail(undefined)
    const done = await forget(shop)
    ask(false)
    if (!done.ok) return fail(done.error)
    wishes.clear()
    onForgotten()
  }
  return (
    <details class="v-note">
      <summary>{words.forget}</summary>
      <p>{words.forgetHint}</p>
      <button
        type="button"
        class="v-button v-quiet"
        part="forget"
        aria-disabled={asking}
        onClick={asking ? undefined : erase}
      >
        {asking && <Busy />}
        {words.forget}
      </button>
      <p role="alert">
        {failure &&
          (failure.code === 'orders-open' ? words.forgetFailed(failure) : texts.failed[failure.code])}
      </p>
    </details>
  )
}
