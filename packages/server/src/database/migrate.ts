import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { firstMigration } from './first-migration.ts'
import { guestMigration } from './guest-migration.ts'
import type { Database } from './open-database.ts'
import { orderLifeMigration } from './order-life-migration.ts'
import { outboxMigration } from './outbox-migration.ts'
import { promotionsMigration } from './promotions-migration.ts'
import { sellersMigration } from './sellers-migration.ts'
import { sortedListsMigration } from './sorted-lists-migration.ts'
import type { Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

const migrations = {
  '2026-11-23-first': firstMigration,
  '2026-11-23-order-life': orderLifeMigration,
  '2026-11-27-outbox': outboxMigration,
  '2026-11-28-guest': guestMigration,
  '2026-11-28-sellers': sellersMigration,
  '2026-11-28-promotions': promotionsMigration,
  '2026-11-28-sorted-lists': sortedListsMigration,
}

/**
 * Brings the tables up to date, all or nothing, and answers with the names of what was run; running it again runs
 * nothing. Servers that start together take turns on a row: the advisory lock that kysely takes by itself is not to
 * be had from poolers and distributed data bases.
 */
export async function migrate(database: Database): Promise<string[]> {
  await makeGuard(database.kysely)
  return inTransaction(database, async (transaction) => {
    await sql`select id from vitrina_migration_guard where id = 1 for update`.execute(transaction)
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: async () => migrations },
      migrationTableName: 'vitrina_migrations',
      migrationLockTableName: 'vitrina_migrations_lock',
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error) throw error
    return results.map((result) => result.migrationName)
  })
}

/** "If not exists" does not hold when two create at once: the loser is told so, and finds it there the next time. */
async function makeGuard(kysely: Kysely<Tables>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await sql`create table if not exists vitrina_migration_guard (id int4 primary key)`.execute(kysely)
      await sql`insert into vitrina_migration_guard (id) values (1) on conflict do nothing`.execute(kysely)
      return
    } catch (error) {
      if (attempt === 5) throw error
      await sleep(50 * attempt)
    }
  }
}
