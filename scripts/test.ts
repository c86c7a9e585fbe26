/** Runs every check there is, or those that are named: `npm test -- types unit`. The last line counts. */
import { Sentence } from './bootstrap/sentence.mjs'
import { steps } from './checks/steps.ts'

const names = process.argv.slice(2)
const unknown = names.find((name) => !steps.some((step) => step.name === name))
if (unknown) {
  console.error(`There is no step "${unknown}", only ${steps.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

let passed = 0
let failed = 0
for (const step of steps.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const started = Date.now()
  const result = await step.run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    note: String(error instanceof Sentence ? error.message : error instanceof Error ? error.stack : error),
  }))
  passed += result.passed
  failed += result.failed
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(
    `${result.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(8)} ${seconds.padStart(6)} s  ${result.note}`,
  )
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
