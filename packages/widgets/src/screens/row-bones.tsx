import type { JSX } from 'preact'
import { useScene } from '../scene.ts'

/** Orders, or one of them, before they are here. */
export function RowBones(): JSX.Element {
  return (
    <div class="v-screen v-orders" aria-busy="true">
      <span class="v-hidden" role="status">
        {useScene().texts.opening}
      </span>
      <i class="v-bone v-row" />
      <i class="v-bone v-row" />
      <i class="v-bone v-row" />
    </div>
  )
}
