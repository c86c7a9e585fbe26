import type { Category } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { useAnswer } from '../use-answer.ts'
import { useAsideTexts } from './use-aside-texts.ts'

export interface CategoryChipsProps {
  chosen: string | undefined
  onChoose: (category: string | undefined) => void
}

/** Categories in a row; those inside of the chosen one in a second row. Without an answer the list does without. */
export function CategoryChips({ chosen, onChoose }: CategoryChipsProps): JSX.Element | null {
  const { shop } = useScene()
  const texts = useAsideTexts()
  const { state } = useAnswer(() => shop.catalogue.categories(), [shop])
  if (state.status !== 'ready') return state.status === 'loading' ? <div class="v-chips" /> : null
  const filled = state.value.filter((category) => category.products > 0)
  const path = pathTo(filled, chosen)
  const rows = [undefined, ...path].map((parent) => filled.filter(({ parentId }) => parentId === parent))
  return (
    <nav aria-label={texts.categories}>
      {rows
        .filter((row) => row.length > 0)
        .map((row, depth) => (
          <div class="v-chips" key={path[depth - 1] ?? ''}>
            {depth === 0 && (
              <Chip title={texts.allCategories} on={!chosen} onClick={() => onChoose(undefined)} />
            )}
            {row.map(({ id, title }) => (
              <Chip key={id} title={title} on={path.includes(id)} onClick={() => onChoose(id)} />
            ))}
          </div>
        ))}
    </nav>
  )
}

function Chip({ title, on, onClick }: { title: string; on: boolean; onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="v-chip v-category" part="category" aria-pressed={on} onClick={onClick}>
      {title}
    </button>
  )
}

// From the root down to the chosen one. A feed may name a parent that does not exist, or go round in a circle.
function pathTo(categories: readonly Category[], id: string | undefined): string[] {
  const path: string[] = []
  for (let next = id; next !== undefined && !path.includes(next); ) {
    path.unshift(next)
    const at: string = next
    next = categories.find((category) => category.id === at)?.parentId
  }
  return path
}
