import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { startPostgres } from '../../../scripts/postgres.ts'
import { type Database, type DatabaseLocation, migrate, openDatabase } from '../src/index.ts'

export { startPostgres }

/** A PostgreSQL that runs already: then only that is taken. For who runs the same tests very often. */
const { VITRINA_TEST_POSTGRES: running } = process.env
const kinds = running ? (['postgres'] as const) : (['pglite', 'postgres'] as const)

/** Runs the tests of `body` on PGlite and again on a real PostgreSQL; each has one data base for its file. */
export function onEachDatabase(body: (database: () => Database) => void): void {
  describe.each(kinds)('%s', (kind) => {
    let database: Database
    let stop = async () => {}
    beforeAll(async () => {
      const postgres = kind === 'postgres' ? await (running ? makeOn(running) : startPostgres()) : undefined
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

/** An empty data base on a server, gone with `stop`. */
async function makeOn(server: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const opened = await openDatabase({ url: server })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const { kysely, close } = opened.value
  await sql`create database ${sql.id(name)}`.execute(kysely)
  const url = new URL(server)
  url.pathname = name
  return {
    url: url.href,
    async stop() {
      await sql`drop database ${sql.id(name)} with (force)`.execute(kysely)
      await close()
    },
  }
}

export async function openMigrated(location: DatabaseLocation): Promise<Database> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await migrate(opened.value)
  return opened.value
}
