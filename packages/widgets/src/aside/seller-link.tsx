import type { Seller } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { useAsideTexts } from './use-aside-texts.ts'

/** To all that a seller sells; in a shop with one of them that is everything. */
export function SellerLink({ id, sellers }: { id: string; sellers: readonly Seller[] }): JSX.Element | null {
  const { navigate } = useScene()
  const texts = useAsideTexts()
  if (sellers.length < 2) return null
  return (
    <button type="button" class="v-link" part="to-seller" onClick={() => navigate({ name: 'seller', id })}>
      {texts.allOfSeller}
    </button>
  )
}
