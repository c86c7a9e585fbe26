import { fail, ok, type Result } from '@vitrina/core'
import type { Kysely } from 'kysely'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'
import type { Tables } from './tables.ts'

/** Where the data is: a PostgreSQL by its URL, a folder for PGlite, or nowhere: gone with the process. */
export type DatabaseLocation = { url: string } | { folder: string } | 'memory'

/** One data layer for both data bases. */
export interface Database {
  readonly kind: 'pglite' | 'postgres'
  readonly kysely: Kysely<Tables>
  close(): Promise<void>
}

export type OpenDatabaseFailure =
  /** Another process has the folder open; PGlite would lose rows without a word. */
  { code: 'locked'; folder: string; pid: number } | { code: 'unavailable'; reason: string }

/** Opens the data base; `migrate` then brings its tables up to date. */
export async function openDatabase(
  location: DatabaseLocation,
): Promise<Result<Database, OpenDatabaseFailure>> {
  try {
    if (location === 'memory') return await openPglite()
    return 'url' in location ? ok(await openPostgres(location.url)) : await openPglite(location.folder)
  } catch (error) {
    return fail({ code: 'unavailable', reason: error instanceof Error ? error.message : String(error) })
  }
}
