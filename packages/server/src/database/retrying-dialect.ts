import type { AbortableOperationOptions, CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely'
import { retried } from './retried.ts'

/**
 * A dialect whose statements outside of a transaction are done again when they met somebody else's: each is a
 * transaction of its own, and one that failed so has changed nothing. Inside of a transaction all of it has to be done
 * again, which is `inTransaction`'s affair.
 */
export function retryingDialect(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => retryingDriver(dialect.createDriver()),
    createIntrospector: (kysely) => dialect.createIntrospector(kysely),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  }
}

function retryingDriver(driver: Driver): Driver {
  const known = new WeakSet<DatabaseConnection>()
  const inTransaction = new WeakSet<DatabaseConnection>()

  /** Changed in place: a driver finds its connections by their identity. */
  function retrying(connection: DatabaseConnection): DatabaseConnection {
    if (known.has(connection)) return connection
    known.add(connection)
    const send: DatabaseConnection['executeQuery'] = connection.executeQuery.bind(connection)
    connection.executeQuery = <Row>(query: CompiledQuery, options?: AbortableOperationOptions) =>
      inTransaction.has(connection) ? send<Row>(query, options) : retried(() => send<Row>(query, options))
    return connection
  }

  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => retrying(await driver.acquireConnection(options)),
    async beginTransaction(connection, settings) {
      await driver.beginTransaction(connection, settings)
      inTransaction.add(connection)
    },
    commitTransaction: (connection) =>
      driver.commitTransaction(connection).finally(() => inTransaction.delete(connection)),
    rollbackTransaction: (connection) =>
      driver.rollbackTransaction(connection).finally(() => inTransaction.delete(connection)),
    releaseConnection: (connection, options) => driver.releaseConnection(connection, options),
    destroy: (options) => driver.destroy(options),
  }
}
