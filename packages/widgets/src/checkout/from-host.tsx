import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useStore } from '../use-store.ts'

/** Fills something in from the host on one tap, where it offers that. */
export function FromHost({ what }: { what: 'contact' | 'address' }): JSX.Element | null {
  const { shop, texts } = useScene()
  const offered = useStore(shop.launch, (launch) => launch?.abilities.includes(what))
  const [asking, setAsking] = useState(false)
  const fill = () => {
    setAsking(true)
    const { useHostContact, useHostAddress } = shop.checkout
    void (what === 'contact' ? useHostContact : useHostAddress)().finally(() => setAsking(false))
  }
  if (!offered) return null
  return (
    <button
      type="button"
      class="v-button v-quiet"
      part={`host-${what}`}
      aria-disabled={asking}
      onClick={asking ? undefined : fill}
    >
      {asking && <Busy />}
      {texts.contactFromHost}
    </button>
  )
}
