import type { Seller } from '@vitrina/core'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../scene.ts'
import { SaleTerms } from './asides.ts'

/** On which terms these sell, or the shop itself when nobody is named. Read by few: fetched when it is opened. */
export function Terms({ sellers }: { sellers: readonly Seller[] }): JSX.Element {
  const { texts } = useScene()
  const [opened, open] = useState(false)
  return (
    <details onToggle={() => open(true)}>
      <summary class="v-button v-quiet" part="terms">
        {texts.terms}
      </summary>
      {opened && <SaleTerms sellers={sellers} />}
    </details>
  )
}
