import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { useStore } from '../use-store.ts'

/** Leads back to an order that was on its way when the page was left. */
export function Unfinished(): JSX.Element | null {
  const { shop, texts, navigate } = useScene()
  const step = useStore(shop.checkout, (checkout) => checkout.step)
  switch (step) {
    case 'closed':
    case 'filling':
    case 'placed':
      return null
    case 'placing':
    case 'checking':
    case 'paying':
    case 'unpaid':
      return (
        <div class="v-note v-unfinished" role="status">
          <p>{texts.unfinished}</p>
          <button type="button" class="v-link" part="go-on" onClick={() => navigate({ name: 'checkout' })}>
            {texts.goOn}
          </button>
        </div>
      )
  }
}
