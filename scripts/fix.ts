/** Repairs style and formatting where a tool can. */
import { runCommand } from './command.ts'

const { code } = await runCommand('biome', ['check', '--write', ...process.argv.slice(2)], { live: true })
process.exitCode = code
