/** Builds the site in docs/; `npm run docs -- dev` serves it and follows every change. */
import { runCommand } from './command.ts'

const [command = 'build', ...args] = process.argv.slice(2)
const { code } = await runCommand('vitepress', [command, 'docs', ...args], { live: true })
process.exitCode = code
