import { menu } from './menu.mjs'
import { checkPorts, readPort } from './ports.mjs'
import { prepare } from './prepare.mjs'
import { runChild } from './run-child.mjs'
import { Sentence } from './sentence.mjs'

/**
 * Sets the workspace up if it is not, then runs one script of it and ends as that ends.
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function main(name, args) {
  try {
    const script = Object.entries(menu).find(([candidate]) => candidate === name)
    if (!script)
      throw new Sentence(`There is no script "${name ?? ''}", only ${Object.keys(menu).join(', ')}.`)
    // What is wrong with the arguments is told before a minute of installing, not after it.
    if (name === 'start' && !args.includes('--help')) await checkPorts(readPort(args))
    process.exitCode = await runChild(await prepare(), [script[1], ...args])
  } catch (error) {
    if (!(error instanceof Sentence)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
