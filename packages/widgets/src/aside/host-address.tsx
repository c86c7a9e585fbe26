import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Busy } from '../busy.tsx'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** Fills in a courier's address from the host on one tap. */
export function HostAddress(): JSX.Element {
  const { shop, texts } = useScene()
  const words = useAsideTexts()
  const [step, setStep] = useState<'idle' | 'asking' | 'refused'>('idle')
  const fill = async () => {
    setStep('asking')
    const address = await shop.host.requestAddress?.()
    setStep(address?.ok ? 'idle' : 'refused')
    const state = shop.checkout.getState()
    if (!address?.ok || state.step !== 'filling' || state.draft.delivery?.kind !== 'courier') return
    shop.checkout.edit({ delivery: { ...state.draft.delivery, address: address.value } })
  }
  return (
    <>
      <button
        type="button"
        class="v-button v-quiet"
        part="host-address"
        aria-disabled={step === 'asking'}
        onClick={step === 'asking' ? undefined : fill}
      >
        {step === 'asking' && <Busy />}
        {texts.contactFromHost}
      </button>
      <div role="alert">{step === 'refused' && <div class="v-note v-wrong">{words.addressRefused}</div>}</div>
    </>
  )
}
