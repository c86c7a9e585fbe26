import { seededRandom } from '@vitrina/core/memory'
import type { Database } from '../../src/index.ts'
import { databaseOver } from './database-over.ts'

/**
 * A PostgreSQL that behaves as the distributed data bases do which speak its language: of ten commits one is refused
 * with a serialization failure, those of single statements among them, and there is no SKIP LOCKED.
 */
export function distributedDatabase(below: Database, seed: number): Database {
  const refuses = oneInTen(seed)
  const { database } = databaseOver(below, async ({ kind, sql, inTransaction }, run, connection) => {
    if (/\bskip\s+locked\b/i.test(sql)) throw new Error('This data base has no SKIP LOCKED')
    const commits = kind === 'commit' || (kind === 'statement' && !inTransaction)
    if (!commits || !refuses()) return run()
    await connection.rollback()
    throw Object.assign(new Error('restart transaction'), { code: '40001' })
  })
  const distributed: Database = {
    ...database,
    async close() {
      await database.close()
      await below.close()
    },
  }
  plain.set(distributed, below)
  return distributed
}

const plain = new WeakMap<Database, Database>()

/** The same data base without its refusals: for a transaction that a test holds by hand and cannot begin again. */
export function undisturbed(database: Database): Database {
  return plain.get(database) ?? database
}

/** Exactly one of each ten, so that no work is refused as often as would make it give up. */
function oneInTen(seed: number): () => boolean {
  const random = seededRandom(seed)
  let turn = 0
  let chosen = 0
  return () => {
    if (turn % 10 === 0) chosen = Math.floor(random() * 10)
    turn += 1
    return (turn - 1) % 10 === chosen
  }
}
