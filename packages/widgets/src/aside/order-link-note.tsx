import type { Order } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** A guest is known to one browser alone: here is the way to the order from anywhere else. */
export function OrderLinkNote({ order }: { order: Order }): JSX.Element | null {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const [url, setUrl] = useState('')
  const [said, setSaid] = useState('')
  const { host, merchant } = shop
  const launch = shop.launch.getState()
  if (!host.orderUrl || !merchant.linkOrder || !launch || launch.user || launch.proof.orderLink) return null
  const make = async () => {
    const link = await merchant.linkOrder?.(order.id)
    if (!link?.ok) return setSaid(link ? texts.failed[link.error.code] : '')
    const address = host.orderUrl?.(link.value) ?? ''
    setUrl(address)
    // A frame may not be allowed to: then the field is there to copy from.
    await navigator.clipboard?.writeText(address).then(
      () => setSaid(words.linkCopied),
      () => {},
    )
  }
  return (
    <div class="v-note">
      <button type="button" class="v-button v-quiet" part="order-link" onClick={make}>
        {words.orderLink}
      </button>
      {url && <input readOnly aria-label={words.orderLink} value={url} />}
      <p class="v-muted">{words.orderLinkHint}</p>
      <p role="status">{said}</p>
    </div>
  )
}
