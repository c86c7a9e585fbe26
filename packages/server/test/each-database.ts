import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres } from '../../../scripts/postgres.ts'
import { type Database, type DatabaseLocation, migrate, openDatabase } from '../src/index.ts'
import { distributedDatabase } from './database/distributed-database.ts'

export { startPostgres }

const kinds = ['pglite', 'postgres', 'distributed'] as const

/** The data bases that tests run on: all of them, or those that `VITRINA_TEST_DATABASES=distributed,pglite` names. */
const chosen = kinds.filter((kind) => process.env.VITRINA_TEST_DATABASES?.split(',').includes(kind) ?? true)

/** Runs the tests of `body` on each data base; each has one of its own for its file. */
export function onEachDatabase(body: (database: () => Database) => void): void {
  describe.each(chosen)('%s', (kind) => {
    let database: Database
    beforeAll(async () => {
      database = await openKind(kind)
    }, 60_000)
    afterAll(() => database?.close())
    body(() => database)
  })
}

/** For tests of which one data base says enough: the first that was chosen. */
export function openOne(): Promise<Database> {
  return openKind(chosen[0] ?? 'pglite')
}

export async function openMigrated(location: DatabaseLocation): Promise<Database> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return opened.value
}

async function openKind(kind: (typeof kinds)[number]): Promise<Database> {
  if (kind === 'pglite') return openMigrated('memory')
  const postgres = await startPostgres()
  const plain = await openMigrated({ url: postgres.url })
  const database = kind === 'postgres' ? plain : distributedDatabase(plain, 1)
  return {
    ...database,
    async close() {
      await database.close()
      await postgres.stop()
    },
  }
}
