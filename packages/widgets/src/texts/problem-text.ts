import type { DraftProblem } from '@vitrina/core'
import type { Texts } from './texts.ts'

/** What to do about a wrong field. */
export function problemText(texts: Texts, problem: DraftProblem): string {
  // `ProblemTexts` has a text for each pair; a union of pairs cannot be indexed without widening it.
  const ofField: Partial<Record<string, string>> = texts.problems[problem.field]
  return ofField[problem.code] ?? ''
}
