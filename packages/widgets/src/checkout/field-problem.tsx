import type { DraftProblem } from '@vitrina/core'
import type { JSX } from 'preact'
import { useScene } from '../scene.ts'
import { problemText } from '../texts/problem-text.ts'

export interface FieldProblemProps {
  field: DraftProblem['field']
  problems: readonly DraftProblem[]
}

/** What is wrong with one field, under it. */
export function FieldProblem({ field, problems }: FieldProblemProps): JSX.Element | null {
  const { texts } = useScene()
  const problem = problems.find((each) => each.field === field)
  if (!problem) return null
  return (
    <p class="v-problem" id={idOf(field)} part="problem">
      {problemText(texts, problem)}
    </p>
  )
}

/** What marks an input as wrong for assistive technology; nothing when it is right. */
export function wrongness(
  field: DraftProblem['field'],
  problems: readonly DraftProblem[],
): { 'aria-invalid'?: boolean; 'aria-describedby'?: string } {
  return problems.some((each) => each.field === field)
    ? { 'aria-invalid': true, 'aria-describedby': idOf(field) }
    : {}
}

// A shop has one checkout, and a root shows it once.
function idOf(field: DraftProblem['field']): string {
  return `v-problem-${field}`
}
