/** A part of `npm test`. */
export interface Step {
  name: string
  run(): Promise<StepResult>
}

export interface StepResult {
  passed: number
  failed: number
  /** One line when it went well; what went wrong when it did not. */
  note: string
}

/** The result of a step that lists problems. */
export function listResult(what: string, checks: number, problems: string[]): StepResult {
  const failed = Math.min(problems.length, checks)
  return {
    passed: checks - failed,
    failed,
    note: problems.length === 0 ? what : `${problems.length} problems\n  ${problems.join('\n  ')}`,
  }
}
