import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import manifest from '../../package.json' with { type: 'json' }

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/vitrina', import.meta.url))
const empty = join(cache, `pglite-${manifest.dependencies['@electric-sql/pglite']}`)

/** A data folder of a server with an empty PGlite, copied from one that is made once: to make one takes seconds, and each file of tests wants its own. */
export async function makeDataFolder(folder?: string): Promise<string> {
  if (!(await stat(empty).catch(() => undefined))) await makeEmpty()
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'vitrina-data-')))
  await cp(empty, join(data, 'db'), { recursive: true })
  return data
}

/** Whole under its name or not there, whoever else makes one meanwhile. */
async function makeEmpty(): Promise<void> {
  const mine = join(cache, randomUUID())
  await mkdir(cache, { recursive: true })
  const pglite = await PGlite.create({ dataDir: mine })
  await pglite.close()
  await rename(mine, empty).catch(() => rm(mine, { recursive: true }))
}
