/** Repairs style and formatting where a tool can, and writes anew what is read from the source. */
import { runCommand } from './command.ts'
import { writeDescriptions } from './describe/write.ts'

for (const file of await writeDescriptions()) console.log(`${file} is as the source says again.`)
const { code } = await runCommand('biome', ['check', '--write', ...process.argv.slice(2)], { live: true })
process.exitCode = code
