import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { ok, type Result } from '@vitrina/core'
import { Kysely, PGliteDialect } from 'kysely'
import { lockFolder } from './folder-lock.ts'
import { parseInteger } from './integer.ts'
import type { Database, OpenDatabaseFailure } from './open-database.ts'
import { retryingDialect } from './retrying-dialect.ts'
import type { Tables } from './tables.ts'

/**
 * A PostgreSQL inside this process. In a folder it is guarded by our own lock, because PGlite lets two processes open
 * one folder and then loses rows silently. It does not fsync: it survives a killed process, not a power cut.
 */
export async function openPglite(folder?: string): Promise<Result<Database, OpenDatabaseFailure>> {
  if (folder === undefined) return ok(await start())
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  if (!lock.ok) return lock
  try {
    const database = await start(join(folder, 'db'))
    return ok({ ...database, close: () => database.close().finally(lock.value.release) })
  } catch (error) {
    await lock.value.release()
    throw error
  }
}

async function start(dataDir?: string): Promise<Database> {
  const pglite = await PGlite.create({ dataDir, parsers: { [types.INT8]: parseInteger } })
  const kysely = new Kysely<Tables>({ dialect: retryingDialect(new PGliteDialect({ pglite })) })
  return {
    kind: 'pglite',
    kysely,
    async close() {
      await kysely.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}
