/** Weighs what runs in a buyer's browser and compares it with the budgets. */
import { measureSizes, sizeTable } from './size/measure.ts'

const sizes = await measureSizes()
console.log(sizeTable(sizes))
process.exitCode = sizes.some(({ bytes, budget = bytes }) => bytes > budget) ? 1 : 0
