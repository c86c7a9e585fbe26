import { Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { parseInteger } from './integer.ts'
import type { Database } from './open-database.ts'
import { preparedPool } from './prepared-pool.ts'
import { retryingDialect } from './retrying-dialect.ts'
import type { Tables } from './tables.ts'

/** Measured: orders of one hot article fall to a third when many more connections than this fight for its row. */
const connections = 10

export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    types: { getTypeParser: parserOf },
  })
  // A connection that dies is replaced at the next query; unheard, these events would end the process. The first is of
  // those that nobody uses, the second of those that somebody does: who waits for an answer is told besides.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<Tables>({
    dialect: retryingDialect(new PortableDialect({ pool: preparedPool(pool) })),
  })
  try {
    await sql`select 1`.execute(kysely)
  } catch (error) {
    await kysely.destroy()
    throw error
  }
  return { kind: 'postgres', kysely, close: () => kysely.destroy() }
}

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: string) =>
  oid === pg.types.builtins.INT8 ? parseInteger : pg.types.getTypeParser(oid, format as 'text')

class PortableDialect extends PostgresDialect {
  override createAdapter() {
    return new PortableAdapter()
  }
}

/** Without kysely's advisory lock: `migrate` has a guard that works everywhere. */
class PortableAdapter extends PostgresAdapter {
  override async acquireMigrationLock() {}

  override async releaseMigrationLock() {}
}
