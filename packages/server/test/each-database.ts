import { afterAll, beforeAll, describe } from 'vitest'
import { openMigrated, openTestPglite } from '../../../scripts/data-folder.ts'
import { type RunningPostgres, startPostgres as startOwn } from '../../../scripts/postgres.ts'
import type { Database } from '../src/index.ts'
import { borrowPostgres } from './database/borrowed-postgres.ts'
import { distributedDatabase } from './database/distributed-database.ts'

const { VITRINA_TEST_DATABASES: names, VITRINA_TEST_POSTGRES: server } = process.env

/** A PostgreSQL of its own, unless `VITRINA_TEST_POSTGRES` is the URL of one to be shared. */
export const startPostgres = () => (server ? borrowPostgres(server) : startOwn())

const kinds = ['pglite', 'postgres', 'distributed'] as const

/** The data bases that tests run on: PGlite and PostgreSQL, or those that `VITRINA_TEST_DATABASES=distributed,pglite` names. */
const chosen = kinds.filter((kind) => names?.split(',').includes(kind) ?? kind !== 'distributed')

/** Runs the tests of `body` on each data base; each has one of its own for its file. */
export function onEachDatabase(body: (database: () => Database) => void): void {
  let postgres: Promise<RunningPostgres> | undefined
  afterAll(async () => (await postgres)?.stop())
  describe.each(chosen)('%s', (kind) => {
    let database: Database
    beforeAll(async () => {
      if (kind !== 'pglite') postgres ??= startPostgres()
      database = await openKind(kind, await (await postgres)?.createDatabase(`tests_${kind}`))
    })
    afterAll(() => database?.close())
    body(() => database)
  })
}

/** For tests of which one data base says enough: the first that was chosen. */
export async function openOne(): Promise<Database> {
  const [kind = 'pglite'] = chosen
  if (kind === 'pglite') return openKind(kind)
  const postgres = await startPostgres()
  const database = await openKind(kind, postgres.url)
  return { ...database, close: () => database.close().finally(postgres.stop) }
}

async function openKind(kind: (typeof kinds)[number], url?: string): Promise<Database> {
  const database = url ? await openMigrated({ url }) : await openTestPglite()
  return kind === 'distributed' ? distributedDatabase(database, 1) : database
}
