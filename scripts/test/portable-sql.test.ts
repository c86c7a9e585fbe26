import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkPortableSql } from '../checks/portable-sql.ts'
import { rootFolder } from '../workspace.ts'

test('the SQL of this server is portable', async () => {
  expect(await checkPortableSql(rootFolder)).toEqual([])
})

test.each([
  ['create table a (shop_id text not null, id bigserial, primary key (shop_id, id))', /a sequence/],
  ['listen orders', /LISTEN/],
  ['select pg_advisory_xact_lock(1)', /advisory/],
  ['create trigger t after insert on orders execute function f()', /a trigger/],
  ['lock table orders in exclusive mode', /LOCK TABLE/],
  ['truncate orders', /TRUNCATE/],
  ['create temp table t (id text)', /a temporary table/],
  ['alter table a add foreign key (shop_id) on delete cascade', /a foreign key/],
  ['select id from outbox for update skip locked', /SKIP LOCKED/],
  ['create table a (shop_id text not null, id text not null, primary key (id))', /begins with id/],
  ['create table a (shop_id text not null)', /without a primary key/],
  ['create unique index a_number on a (number)', /a_number/],
])('refuses %s', async (statement, expected) => {
  const problems = await checkPortableSql(await serverWith(`export const statement = \`${statement}\`\n`))
  expect(problems.join('\n')).toMatch(expected)
  expect(problems[0]).toContain('packages/server/src/statement.ts')
})

test('leaves comments and other words alone', async () => {
  const text = "/** No triggers: `create trigger a` is refused. */\nserver.listen('8080')\n"
  expect(await checkPortableSql(await serverWith(text))).toEqual([])
})

async function serverWith(text: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'vitrina-sql-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const folder = join(root, 'packages/server/src')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'statement.ts'), text)
  return root
}
