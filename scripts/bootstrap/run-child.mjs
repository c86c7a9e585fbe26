import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {object} Tools
 * @property {string} node the path of a fitting Node
 * @property {string} bin a folder with pnpm in it
 */

/**
 * Runs a file of the workspace with that Node until it ends, hands signals on to it, and answers with its exit code.
 * @param {Tools} tools
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runChild(tools, args) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  // Its Node comes before the shell's: that may be an older one than when all of this was set up.
  const path = [tools.bin, `${root}node_modules/.bin`, dirname(tools.node), process.env.PATH ?? ''].join(
    delimiter,
  )
  return new Promise((resolve, reject) => {
    const child = spawn(tools.node, ['--import', './scripts/bootstrap/end-with-parent.mjs', ...args], {
      cwd: root,
      // Whatever is started below finds its code compiled: a server is there half a second sooner.
      env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: `${root}node_modules/.cache/compiled` },
      // The channel closes however this process ends, and that ends the child.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal))
    }
    endWithNpm(() => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/**
 * npm runs this file through a shell that may keep a signal to itself, so look whether npm is still there.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, 1000).unref()
}
