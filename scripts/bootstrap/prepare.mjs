import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { explain } from './explain.mjs'
import { runNpx } from './npx.mjs'
import { Sentence } from './sentence.mjs'

/** The workspace's root, as a URL with a slash at its end. */
export const root = new URL('../../', import.meta.url)

const pnpm = 'pnpm@12.21.0'
const node = 'node@24.21.0'
/** What the last installation left; gone with node_modules, so that both always agree. */
const stampFile = new URL('node_modules/.vitrina.json', root)

/**
 * Installs what the lock file says, unless that is there already, and tells where a fitting Node and pnpm are.
 * @returns {Promise<import('./run-child.mjs').Tools>}
 */
export async function prepare() {
  const lock = lockHash()
  const stamp = readStamp()
  if (stamp?.lock === lock && existsSync(stamp.node) && existsSync(stamp.bin)) return stamp
  console.error('Setting up… (the first time takes about a minute)')
  const packages = fits(process.versions.node) ? [pnpm] : [pnpm, node]
  const { code, output } = await runNpx(packages, 'node scripts/bootstrap/install.mjs', {
    VITRINA_LOCK: lock,
    VITRINA_STAMP: stampFile.href,
  })
  const made = code === 0 ? readStamp() : null
  if (!made) throw new Sentence(explain(output))
  return made
}

/**
 * Whether this Node runs TypeScript by itself, as everything but the bootstrap needs.
 * @param {string} version
 */
export function fits(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 19)
}

function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(new URL(file, root)))
  return hash.digest('hex')
}

/** @returns {(import('./run-child.mjs').Tools & { lock: string }) | null} */
function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return null
  }
}
