import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { explain } from '../../bootstrap/explain.mjs'
import { runCommand } from '../../command.ts'
import { rootFolder } from '../../workspace.ts'

export const peersFolder = `${rootFolder}/scripts/bench/feed/peers`

/** Installs what the peers' lock file says, unless that is there already. Null when it went well, else why it did not. */
export async function installPeers(say: (line: string) => void): Promise<string | null> {
  const lock = await readFile(join(peersFolder, 'package-lock.json'), 'utf8')
  /** What the last installation left; gone with node_modules, so that both always agree. */
  const stamp = join(peersFolder, 'node_modules/.installed')
  const installed = await readFile(stamp, 'utf8').catch(() => null)
  if (installed === lock) return null
  say('Installing other shops’ widgets… (the first time takes about a minute)')
  const { code, output } = await runCommand('npm', ['ci', '--ignore-scripts'], { cwd: peersFolder }).catch(
    (error: Error) => ({ code: 1, output: error.message }),
  )
  if (code !== 0) return explain(output)
  await writeFile(stamp, lock)
  return null
}
