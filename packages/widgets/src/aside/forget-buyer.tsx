import { type ForgetFailure, forget } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface ForgetBuyerProps {
  /** Nothing is known of this buyer any more. */
  onForgotten: () => void
}

/** Has the shop erase what it knows of this buyer, where it can. Said twice, in the page itself, for a frame may not open dialogs. */
export function ForgetBuyer({ onForgotten }: ForgetBuyerProps): JSX.Element | null {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const [asking, ask] = useState(false)
  const [failure, fail] = useState<ForgetFailure>()
  if (!shop.merchant.forget) return null
  const erase = async () => {
    ask(true)
    fail(undefined)
    const done = await forget(shop)
    ask(false)
    if (done.ok) onForgotten()
    else fail(done.error)
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
