import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres } from '../../../scripts/postgres.ts'
import { type Database, type DatabaseLocation, migrate, openDatabase } from '../src/index.ts'

export { startPostgres }

/** Runs the tests of `body` on PGlite and again on a real PostgreSQL; each has one data base for its file. */
export function onEachDatabase(body: (database: () => Database) => void): void {
  describe.each(['pglite', 'postgres'] as const)('%s', (kind) => {
    let database: Database
    let stop = async () => {}
    beforeAll(async () => {
      const postgres = kind === 'postgres' ? await startPostgres() : undefined
      stop = postgres?.stop ?? stop
      database = await openMigrated(postgres ? { url: postgres.url } : 'memory')
    }, 60_000)
    afterAll(async () => {
      await database?.close()
      await stop()
    })
    body(() => database)
  })
}

export async function openMigrated(location: DatabaseLocation): Promise<Database> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return opened.value
}
