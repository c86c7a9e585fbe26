/** One promise of a port. `run` throws an Error that says what was broken. */
export interface ContractCheck {
  name: string
  run(): Promise<void>
}

export function expectThat(condition: boolean, otherwise: string, found?: unknown): asserts condition {
  if (!condition)
    throw new Error(found === undefined ? otherwise : `${otherwise}; found ${JSON.stringify(found)}`)
}

/** The value of a result that has to be one. */
export function expectOk<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(`expected a value; found the failure ${JSON.stringify(result.error)}`)
  return result.value
}

export function codeOf(result: { ok: true } | { ok: false; error: { code: string } }): string {
  return result.ok ? 'ok' : result.error.code
}
