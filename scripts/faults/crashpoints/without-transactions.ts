import type { Database } from '../../../packages/server/src/index.ts'
import { databaseOver } from '../../../packages/server/test/database/database-over.ts'

/**
 * The control: the same server over a data base that takes every statement for itself, as a shop does that never says
 * BEGIN. Whoever dies in the middle leaves the half of it; a trial that does not see that would prove nothing.
 */
export function withoutTransactions(database: Database): Database {
  return databaseOver(database, async ({ kind }, run) =>
    kind === 'statement' ? run() : (undefined as never),
  ).database
}
