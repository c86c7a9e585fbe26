import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RunningPostgres } from '../../../../scripts/postgres.ts'
import { openDatabase } from '../../src/index.ts'

/** Data bases on a PostgreSQL that runs already, gone with `stop`: for who runs a file of tests again and again. */
export async function borrowPostgres(server: string): Promise<RunningPostgres> {
  const opened = await openDatabase({ url: server })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const { kysely, close } = opened.value
  const made: string[] = []

  async function createDatabase(name: string): Promise<string> {
    const own = `${name}_${randomUUID().slice(0, 8)}`
    await sql`create database ${sql.id(own)}`.execute(kysely)
    made.push(own)
    return Object.assign(new URL(server), { pathname: own }).href
  }

  return {
    url: await createDatabase('tests'),
    createDatabase,
    async stop() {
      for (const name of made) await sql`drop database ${sql.id(name)} with (force)`.execute(kysely)
      await close()
    },
  }
}
