import { randomUUID } from 'node:crypto'
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from '../packages/server/package.json' with { type: 'json' }
import { type Database, type DatabaseLocation, migrate, openDatabase } from '../packages/server/src/index.ts'

const cache = fileURLToPath(new URL('../node_modules/.cache/vitrina', import.meta.url))
const empty = join(cache, `pglite-${manifest.dependencies['@electric-sql/pglite']}`)

/**
 * A server's data folder with an empty PGlite, copied from one that is made once: to make one takes seconds, and each file of tests wants its own.
 * Who asked for it removes it.
 */
export async function makeDataFolder(folder?: string): Promise<string> {
  if (!(await stat(empty).catch(() => undefined))) await makeEmpty()
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'vitrina-data-')))
  await cp(empty, join(data, 'db'), { recursive: true })
  return data
}

/** An empty PGlite with its tables, gone when it is closed. */
export async function openTestPglite(): Promise<Database> {
  const folder = await makeDataFolder()
  const database = await openMigrated({ folder })
  const remove = () => rm(folder, { recursive: true, force: true })
  return { ...database, close: () => database.close().finally(remove) }
}

export async function openMigrated(location: DatabaseLocation): Promise<Database> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return opened.value
}

/** Whole under its name or not there, whoever else makes one meanwhile. */
async function makeEmpty(): Promise<void> {
  const mine = join(cache, randomUUID())
  await mkdir(cache, { recursive: true })
  const opened = await openDatabase({ folder: mine })
  if (opened.ok) await opened.value.close()
  await rename(join(mine, 'db'), empty).catch(() => {})
  await rm(mine, { recursive: true })
}
