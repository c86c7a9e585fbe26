/** Prints the report: `node src/check.ts`. */
import { checkPlazaHost } from './check-plaza-host.ts'

const { text, kept } = await checkPlazaHost()
console.log(text)
process.exitCode = kept ? 0 : 1
