/**
 * What an import costs without an importer, for the benchmark: `read FEED` parses the file with saxes and does nothing
 * with it; `write DATABASE` copies the catalogue that is there into bare tables of the same columns and keys. Prints seconds.
 */
import { createReadStream } from 'node:fs'
import { sql } from 'kysely'
import { SaxesParser } from 'saxes'
import { openDatabase } from '../../src/index.ts'

const [, , what, argument = ''] = process.argv
console.log(await (what === 'read' ? read(argument) : write(JSON.parse(argument))))

async function read(path: string): Promise<number> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let elements = 0
  parser.on('opentag', () => {
    elements += 1
  })
  const started = performance.now()
  for await (const piece of createReadStream(path, 'utf8')) parser.write(piece)
  parser.close()
  if (elements === 0) throw new Error('Nothing was read.')
  return (performance.now() - started) / 1000
}

/** Only the inserts are timed: a thousand rows at a time, as one JSON, committed one after another. */
async function write(location: Parameters<typeof openDatabase>[0]): Promise<number> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  const { kysely } = opened.value
  let spent = 0
  for (const name of ['products', 'variants']) {
    const [table, bare] = [sql.table(name), sql.table(`bare_${name}`)]
    await sql`create table ${bare} (like ${table} including all)`.execute(kysely)
    for (let after = ''; ; ) {
      const page = await sql<{ id: string; rows: string; count: number }>`
        with page as (select * from ${table} where id > ${after} order by id limit 1000)
        select max(id) as id, json_agg(page)::text as rows, count(*)::int4 as count from page
      `.execute(kysely)
      const [found] = page.rows
      if (!found || found.count === 0) break
      const started = performance.now()
      await sql`insert into ${bare} select * from json_populate_recordset(null::${bare}, ${found.rows}::json)`.execute(
        kysely,
      )
      spent += performance.now() - started
      after = found.id
    }
    await sql`drop table ${bare}`.execute(kysely)
  }
  await opened.value.close()
  return spent / 1000
}
