import { setTimeout as sleep } from 'node:timers/promises'
import { ok, type Result } from '@vitrina/core'
import type { ControlledTransaction, Kysely } from 'kysely'
import type { Database } from './open-database.ts'
import { retried } from './retried.ts'
import type { Tables } from './tables.ts'

/** What a query runs on: the data base, or a transaction of it. */
export type Connection = Kysely<Tables>

const turns = 200

/**
 * Runs `work` in one transaction. A throw rolls everything back. `work` may run several times: it touches nothing but
 * `connection`.
 */
export async function inTransaction<Value>(
  database: Database,
  work: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const result = await tryInTransaction(database, async (connection) => ok(await work(connection)))
  if (!result.ok) throw result.error
  return result.value
}

/** The same for work that can fail: a failure rolls everything back, too. */
export async function tryInTransaction<Value, Failure>(
  database: Database,
  work: (connection: Connection) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  return retried(async () => once(await database.kysely.startTransaction().execute(), work))
}

/**
 * Runs `work`, which needs no transaction, again and again until it answers: undefined says that somebody else was
 * faster with what it had read. One of those who meet is always through, so each comes to its turn.
 */
export async function untilUndisturbed<Value>(work: () => Promise<Value | undefined>): Promise<Value> {
  for (let turn = 1; turn <= turns; turn++) {
    const value = await work()
    if (value !== undefined) return value
    await sleep(Math.random() * Math.min(50, turn * 2))
  }
  throw new Error(`Disturbed ${turns} times`)
}

async function once<Value, Failure>(
  transaction: ControlledTransaction<Tables>,
  work: (connection: Connection) => Promise<Result<Value, Failure>>,
) {
  try {
    const result = await work(transaction)
    await (result.ok ? transaction.commit() : transaction.rollback()).execute()
    return result
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) {
      await transaction
        .rollback()
        .execute()
        .catch(() => {})
    }
    throw error
  }
}
