import { type Order, reorder } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** Puts the same into the cart; what the shop has no more is said before the cart is shown. */
export function OrderAgain({ order }: { order: Order }): JSX.Element {
  const { shop, texts, navigate } = useScene()
  const words = useAsideTexts()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')
  const again = async () => {
    setBusy(true)
    const done = await reorder(shop, order.id)
    setBusy(false)
    if (!done.ok) setSaid(texts.failed[done.error.code])
    else if (done.value.gone.length > 0) setSaid(words.gone(done.value.gone))
    else navigate({ name: 'cart' })
  }
  return (
    <div class="v-note">
      <button type="button" class="v-button v-quiet" part="reorder" disabled={busy} onClick={again}>
        {words.reorder}
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
