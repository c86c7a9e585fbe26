import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { retryingDialect } from '../../src/database/retrying-dialect.ts'
import type { Database } from '../../src/index.ts'

type Tables = Database['kysely'] extends Kysely<infer All> ? All : never

/** Something that goes to the data base and is answered. */
export interface Call {
  kind: 'begin' | 'commit' | 'rollback' | 'statement'
  sql: string
  inTransaction: boolean
}

/** Stands before every call: carries it out, or does something else. */
export type Around = <Value>(call: Call, run: () => Promise<Value>, connection: Held) => Promise<Value>

/** A connection of the data base below, while it is lent. */
export interface Held {
  rollback(): Promise<void>
}

export interface DatabaseOver {
  database: Database
  /**
   * As when the process that has it is killed: what was sent is carried out, its connections break, and whatever is
   * asked afterwards is never answered.
   */
  drop(): Promise<void>
}

/** The same data base, with `around` between it and whoever uses it. Closing it leaves the one below open. */
export function databaseOver(below: Database, around: Around): DatabaseOver {
  const lent = new Set<Lent>()
  let dropped = false

  async function acquireConnection(): Promise<DatabaseConnection> {
    if (dropped) return never()
    const one = await lend(below)
    if (dropped) {
      one.release()
      return never()
    }
    const unlessDropped: Around = (...call) => (dropped ? never() : around(...call))
    const connection: Lent = { ...one, ...asConnection(one, unlessDropped) }
    lent.add(connection)
    return connection
  }

  const driver: Driver = {
    init: async () => {},
    destroy: async () => {},
    acquireConnection,
    async releaseConnection(connection) {
      if (!lent.delete(connection as Lent)) return
      ;(connection as Lent).release()
    },
    beginTransaction: (connection) => (connection as Lent).begin(),
    commitTransaction: (connection) => (connection as Lent).commit(),
    rollbackTransaction: (connection) => (connection as Lent).rollBack(),
  }
  const adapter = below.kysely.getExecutor().adapter
  const kysely = new Kysely<Tables>({
    dialect: retryingDialect({
      createAdapter: () => adapter,
      createDriver: () => driver,
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    }),
  })
  return {
    database: { kind: below.kind, kysely, close: () => kysely.destroy() },
    async drop() {
      dropped = true
      await Promise.all([...lent].map((connection) => connection.break()))
      lent.clear()
    },
  }
}

/** A promise of which nobody hears: for whoever waits for it, the process has ended. */
export function never(): Promise<never> {
  return new Promise(() => {})
}

interface Loan extends Held {
  run(query: CompiledQuery): ReturnType<DatabaseConnection['executeQuery']>
  start(): Promise<void>
  commit(): Promise<void>
  inTransaction(): boolean
  /** Ends it as a socket does that is closed from the other side. */
  break(): Promise<void>
  release(): void
}

type Lent = DatabaseConnection & Omit<Loan, 'commit'> & ReturnType<typeof asConnection>

function asConnection(loan: Loan, around: Around) {
  const call = (kind: Call['kind'], text: string) => ({
    kind,
    sql: text,
    inTransaction: loan.inTransaction(),
  })
  return {
    begin: () => around(call('begin', 'begin'), loan.start, loan),
    commit: () => around(call('commit', 'commit'), loan.commit, loan),
    rollBack: () => around(call('rollback', 'rollback'), loan.rollback, loan),
    executeQuery: <Row>(query: CompiledQuery) =>
      around(call('statement', query.sql), () => loan.run(query), loan) as Promise<{ rows: Row[] }>,
    streamQuery(): never {
      throw new Error('Nothing is streamed')
    },
  }
}

async function lend({ kind, kysely }: Database): Promise<Loan> {
  const { promise: over, resolve: release } = Promise.withResolvers<void>()
  const { promise: connected, resolve: got, reject } = Promise.withResolvers<Kysely<Tables>>()
  kysely
    .connection()
    .execute((connection) => {
      got(connection)
      return over
    })
    .catch(reject)
  const connection = await connected
  let transaction: ControlledTransaction<Tables> | undefined
  const running = new Set<Promise<unknown>>()
  const sent = async <Value>(promise: Promise<Value>): Promise<Value> => {
    running.add(promise)
    return promise.finally(() => running.delete(promise))
  }
  const end = async (how: 'commit' | 'rollback') => {
    const ending = transaction
    transaction = undefined
    if (!ending) return
    try {
      await sent(ending[how]().execute())
    } catch (error) {
      if (how === 'commit') await ending.rollback().execute()
      throw error
    }
  }
  return {
    run: (query) => sent((transaction ?? connection).executeQuery(query)),
    async start() {
      // In one with what it is kept in: who waits for what was sent must not take the connection for free.
      const begin = async () => {
        transaction = await connection.startTransaction().execute()
      }
      await sent(begin())
    },
    commit: () => end('commit'),
    rollback: () => end('rollback'),
    inTransaction: () => transaction !== undefined,
    async break() {
      await Promise.allSettled(running)
      // PGlite is inside the process: all that is left of a connection whose end is gone is the transaction to undo.
      if (kind === 'pglite') await end('rollback')
      else {
        const last = transaction ?? connection
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(last).catch(() => {})
        // Ends when the socket is closed, so that nobody is lent what is left of it.
        await sql`select 1`.execute(last).catch(() => {})
        await end('rollback').catch(() => {})
      }
      release()
    },
    release,
  }
}
