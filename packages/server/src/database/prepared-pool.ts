import { createHash } from 'node:crypto'
import type { PostgresCursor, PostgresPool, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

/** Every connection keeps what it prepared: lists of any length must not fill its memory. */
const most = 200

/**
 * A pool that sends each statement under a name, so that a connection parses and plans it once. The name is made from
 * the text: behind a pooler, connections of several servers may meet, and a name must mean the same to all.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()

  function nameOf(text: string): { name?: string } {
    const known = names.get(text)
    if (known) return { name: known }
    // One that selects whatever columns there are fails under its name once another server has added one.
    if (names.size === most || text.includes('*')) return {}
    const name = createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return { name }
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
      function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>
      function query(text: unknown, values: readonly unknown[] = []): unknown {
        if (typeof text !== 'string') throw new TypeError('Cursors are not prepared')
        return client.query(values.length === 0 ? text : { ...nameOf(text), text, values: [...values] })
      }
      return {
        query,
        release: (broken) => client.release(broken),
      }
    },
  }
}
