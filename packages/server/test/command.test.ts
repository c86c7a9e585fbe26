import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDataFolder } from '../../../scripts/data-folder.ts'
import { importCommand } from '../src/command/import-command.ts'
import { runCommand } from '../src/command/run-command.ts'
import { type Environment, openDatabase } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { feedInternet } from './feed/feed-internet.ts'
import { shopConfig } from './open-shop.ts'

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<yml_catalog date="2026-11-23 12:00"><shop><name>L</name><company>L</company><url>https://l.example</url>
<currencies><currency id="RUB" rate="1"/></currencies>
<categories><category id="1">Кружки</category></categories>
<offers><offer id="10" available="true"><name>Кружка</name><url>https://l.example/10</url><price>990</price>
<currencyId>RUB</currencyId><categoryId>1</categoryId><count>2</count></offer></offers></shop></yml_catalog>`

let folder = ''
let feedPath = ''
let config = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-command-'))
  feedPath = join(folder, 'feed.xml')
  await Promise.all(['data', 'served', 'market', 'offline'].map((name) => makeDataFolder(join(folder, name))))
  config = join(folder, 'vitrina.config.mjs')
  await writeFile(feedPath, feed)
  await writeFile(
    config,
    `export default { shop: ${JSON.stringify(shopConfig('lavka'))}, authenticate: { test: (value) => ({ ok: true, value: { buyerId: value } }) } }`,
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(args: string[], variables: Record<string, string> = {}) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommand({
    args,
    variables: { VITRINA_DATA: join(folder, 'data'), ...variables },
    print: (line) => out.push(line),
    printError: (line) => errors.push(line),
    stopped: Promise.resolve(),
  })
  return { code, out, errors }
}

test.each([
  [[], 'The command is missing. Try vitrina-server --help.'],
  [['sell'], 'There is no command sell. Try vitrina-server --help.'],
  [['import'], 'The import needs a feed: a file or an https address. Try vitrina-server --help.'],
  [['serve', '--seller', 'north'], 'A seller is named for an import. Try vitrina-server --help.'],
  [['order'], 'Which order? Its number is missing. Try vitrina-server --help.'],
  [['forget'], 'Whom? The id of the buyer is missing. Try vitrina-server --help.'],
  [['order', '1', 'shipped', 'now'], 'There is an argument too many. Try vitrina-server --help.'],
  [['serve', 'feed.xml'], 'There is an argument too many. Try vitrina-server --help.'],
  [['serve', '--prt', '1'], "Unknown option '--prt'. Try vitrina-server --help."],
])('%j is a wrong call', async (args, sentence) => {
  expect(await run(args)).toEqual({ code: 2, out: [], errors: [sentence] })
})

test('helps', async () => {
  const { code, out } = await run(['--help'])
  expect(code).toBe(0)
  expect(out.join()).toContain('vitrina-server import FEED')
})

test('says in one sentence what is wrong with its world', async () => {
  expect(await run(['serve', '--config', config], { PORT: 'x' })).toMatchObject({
    code: 1,
    errors: ['PORT must be a port number.'],
  })
  expect(await run(['migrate'], { DATABASE_URL: 'postgres://localhost:1/none' })).toMatchObject({
    code: 1,
    errors: [expect.stringMatching(/^The data base cannot be opened: /)],
  })
  expect(await run(['serve', '--config', join(folder, 'none.ts')])).toMatchObject({
    code: 1,
    errors: [expect.stringContaining('There is no configuration')],
  })
})

test('migrates once', async () => {
  const variables = { VITRINA_DATA: join(folder, 'migrated') }
  expect((await run(['migrate'], variables)).out).toEqual([
    expect.stringMatching(/^Migrated: 2026-11-23-first/),
  ])
  expect((await run(['migrate'], variables)).out).toEqual(['The tables are up to date.'])
}, 90_000)

test('serves a feed that it takes once, refuses a second server, and ends when it is told to', async () => {
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  const args = ['serve', '--port', '0', '--config', config, '--import', feedPath]
  const env = { ...process.env, NODE_ENV: 'test', VITRINA_DATA: join(folder, 'served') }
  const child = spawn(process.execPath, [cli, ...args], { env })
  let printed = ''
  child.stderr.on('data', (chunk) => {
    printed += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const [, found] = /Shop lavka is served: (\S+)/.exec(printed) ?? []
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(printed)))
  })
  expect(printed).toContain('no money moves')
  const page = await (await fetch(`${url}/v1/shops/lavka/products`)).json()
  expect(page).toMatchObject({
    products: [{ title: 'Кружка', variants: [{ price: { amount: 99000 }, availability: 'few-left' }] }],
  })

  const second = await run(args, { VITRINA_DATA: join(folder, 'served') })
  expect(second.code).toBe(1)
  expect(second.errors).toEqual([
    `The data folder ${join(folder, 'served')} is in use by process ${child.pid}: stop that server first, or set VITRINA_DATA to another folder.`,
  ])

  child.removeAllListeners('exit')
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  const again = await run(args, { VITRINA_DATA: join(folder, 'served') })
  expect(again.out[0]).toMatch(/^Feed: unchanged since /)
}, 60_000)

test('takes a feed again when it is told to, and says when there is none', async () => {
  const first = await run(['import', feedPath, '--config', config])
  expect([first.code, first.errors]).toEqual([0, []])
  expect((await run(['import', feedPath, '--config', config])).out).toEqual(first.out)
  const none = await run(['import', join(folder, 'none.xml'), '--config', config])
  expect([none.code, none.errors]).toEqual([1, [`The feed ${join(folder, 'none.xml')} cannot be read.`]])
}, 30_000)

test('takes the feed of a seller whom the configuration names, beside the shop’s own', async () => {
  const market = join(folder, 'market.config.mjs')
  const shop = { ...shopConfig('market'), sellers: [{ id: 'north', name: 'Северный лён' }] }
  await writeFile(market, `export default { shop: ${JSON.stringify(shop)}, authenticate: {} }`)
  const data = { VITRINA_DATA: join(folder, 'market') }
  const take = (...more: string[]) => run(['import', feedPath, '--config', market, ...more], data)
  expect((await take()).code).toBe(0)
  expect((await take('--seller', 'north')).code).toBe(0)
  const unknown = await take('--seller', 'south')
  expect([unknown.code, unknown.errors]).toEqual([
    1,
    ['market has no seller south; its configuration names: north.'],
  ])
  const opened = await openDatabase({ folder: data.VITRINA_DATA })
  if (!opened.ok) throw new Error(opened.error.code)
  const rows = await opened.value.kysely
    .selectFrom('variants')
    .select(['id', 'stock'])
    .orderBy('id')
    .execute()
  await opened.value.close()
  expect(rows).toEqual([
    { id: '10', stock: 2 },
    { id: 'north::10', stock: 2 },
  ])
}, 30_000)

test('takes a feed from the web, once, and never from inside', async () => {
  const internet = await feedInternet((_, response) => response.end(feed))
  const network = { ...internet, isAllowed: (address: string) => address === '127.0.0.1' }
  const database = await openOne()
  const out: string[] = []
  const world = {
    args: [],
    variables: {},
    print: (line: string) => out.push(line),
    printError: (line: string) => out.push(line),
    stopped: Promise.resolve(),
  }
  const config = { shop: shopConfig('lavka'), authenticate: {} }
  const setting = { world, environment: {} as Environment, config, database }
  const take = (address: string, again = false) => importCommand(setting, address, { again, network })
  expect(await take('https://feeds.example/feed.xml')).toBe(0)
  expect(out.shift()).toContain('Взято предложений: 1 из 1')
  expect(await take('https://feeds.example/again.xml')).toBe(0)
  expect(out.shift()).toMatch(/^Feed: unchanged since /)
  expect(await take('https://127.0.0.2/?key=secret')).toBe(1)
  expect(await take('http://feeds.example/?key=secret')).toBe(1)
  expect(out).toEqual([
    'The feed cannot be fetched: 127.0.0.2 is not on the internet; a file of this machine is given by its path.',
    'The feed cannot be fetched: its address is not https, or names a port, a user or a password.',
  ])
  await database.close()
  await internet.close()
}, 30_000)

test('serves what it has when the feed on the web cannot be had', async () => {
  const args = ['serve', '--port', '0', '--config', config, '--import', 'https://127.0.0.1/feed.xml']
  const { code, out, errors } = await run(args, { NODE_ENV: 'test', VITRINA_DATA: join(folder, 'offline') })
  expect([code, errors]).toEqual([
    0,
    [expect.stringMatching(/^The feed cannot be fetched: 127.0.0.1 is not/)],
  ])
  expect(out.at(-1)).toMatch(/^Shop lavka is served: /)
}, 30_000)
