import type { JSX } from 'preact'
import { CardSkeleton } from './card-skeleton.tsx'

const six = [1, 2, 3, 4, 5, 6]

/** The list of products before its code is here. */
export function ListBones(): JSX.Element {
  return (
    <div class="v-screen v-list v-skeleton" aria-busy="true">
      <i class="v-bone v-tall" />
      <i class="v-bone v-tall" />
      <i class="v-bone v-tall" />
      <div class="v-grid">
        {six.map((each) => (
          <CardSkeleton key={each} />
        ))}
      </div>
    </div>
  )
}
