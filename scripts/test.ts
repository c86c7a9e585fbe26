/** Runs every check there is, or those that are named: `npm test -- types unit`. The last line counts. */
import { Sentence } from './bootstrap/sentence.mjs'
import type { Step, StepResult } from './checks/step.ts'
import { rows } from './checks/steps.ts'

const names = process.argv.slice(2)
const known = rows.flat().map(({ name }) => name)
const unknown = names.find((name) => !known.includes(name))
if (unknown) {
  console.error(`There is no step "${unknown}", only ${known.join(', ')}.`)
  process.exit(1)
}

let passed = 0
let failed = 0
for (const row of rows) {
  const chosen = row.filter(({ name }) => names.length === 0 || names.includes(name))
  for (const result of await Promise.all(chosen.map(runStep))) {
    passed += result.passed
    failed += result.failed
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

async function runStep({ name, run }: Step): Promise<StepResult> {
  const started = Date.now()
  const result = await run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    note: String(error instanceof Sentence ? error.message : error instanceof Error ? error.stack : error),
  }))
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.padStart(6)} s  ${result.note}`)
  return result
}
