import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDataFolder, openMigrated } from '../../../scripts/data-folder.ts'
import { runCommand } from '../src/command/run-command.ts'
import { openShop, product } from './open-shop.ts'

let folder = ''
let shopId = ''
let buyerId = ''
let numbers: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-orders-'))
  const database = await openMigrated({ folder: await makeDataFolder(join(folder, 'data')) })
  const { shop, server, buyer } = await openShop(database, { products: [product('mug', 9)] })
  shopId = shop.id
  const anna = await buyer()
  buyerId = anna.id
  for (const paymentMethod of ['cash', 'cash', 'card']) {
    await anna.put('mug-v', 1)
    numbers = [...numbers, (await anna.placed({ paymentMethod })).number]
  }
  await writeFile(
    join(folder, 'vitrina.config.mjs'),
    `export default { shop: ${JSON.stringify(shop)}, authenticate: {} }`,
  )
  await server.close()
  await database.close()
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await runCommand({
    args: [...args, '--config', join(folder, 'vitrina.config.mjs')],
    variables: { VITRINA_DATA: join(folder, 'data') },
    print: (line) => out.push(line),
    printError: (line) => errors.push(line),
    stopped: Promise.resolve(),
  })
  return { code, out, errors }
}

test('lists the orders, the newest first', async () => {
  const { code, out } = await run('orders')
  expect(code).toBe(0)
  expect(out).toHaveLength(3)
  expect(out.join('\n')).toMatch(new RegExp(`^${numbers[0]}  .* confirmed  cash  ₽1,640  Анна$`, 'm'))
})

test('shows an order with all that is needed to bring it to the buyer', async () => {
  const { out } = await run('order', numbers[0] ?? '')
  expect(out).toEqual([
    expect.stringMatching(new RegExp(`^Order ${numbers[0]}, confirmed, placed 2`)),
    '  1 × Кружка mug  ₽1,290',
    '  Курьер: Москва, Тверская, 1  ₽350',
    '  Total ₽1,640, by cash',
    '  Анна, +79161234567',
  ])
})

test('brings an order on its way, never back, and says where it can go', async () => {
  const [number = ''] = numbers
  expect((await run('order', number, 'shipped')).out[0]).toContain(', shipped,')
  expect((await run('order', number, 'delivered')).out[0]).toContain(', delivered,')
  expect(await run('order', number, 'cancelled')).toEqual({
    code: 1,
    out: [],
    errors: [`Order ${number} is delivered: it can become nothing else.`],
  })
}, 30_000)

test('cancels what is not on its way yet, and ships nothing that is not paid', async () => {
  const [, other = '', card = ''] = numbers
  expect((await run('order', other, 'cancelled')).out[0]).toContain(', cancelled,')
  expect(await run('order', card, 'shipped')).toMatchObject({
    code: 1,
    errors: [`Order ${card} is awaiting-payment: it can become cancelled.`],
  })
}, 30_000)

test('says what it does not know', async () => {
  expect(await run('order', '999999')).toMatchObject({ code: 1, errors: ['There is no order 999999.'] })
  expect(await run('order', numbers[0] ?? '', 'lost')).toMatchObject({
    code: 2,
    errors: ['An order is brought to shipped, delivered, cancelled, not to lost.'],
  })
})

test('what a merchant did is in the outbox, and the stock of what was cancelled is back', async () => {
  const database = await openMigrated({ folder: join(folder, 'data') })
  const { kysely } = database
  const rows = await kysely
    .selectFrom('outbox')
    .select('type')
    .where('shop_id', '=', shopId)
    .where('channel', '=', 'merchant')
    .execute()
  expect(rows.map(({ type }) => type).sort()).toEqual([
    'order.cancelled',
    'order.delivered',
    'order.placed',
    'order.placed',
    'order.placed',
    'order.shipped',
  ])
  const { stock } = await kysely
    .selectFrom('variants')
    .select('stock')
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow()
  expect(stock).toBe(7)
  await database.close()
})

test('forgets a buyer, and nobody whose orders are open', async () => {
  const refused = await run('forget', buyerId)
  expect([refused.code, refused.out]).toEqual([1, []])
  expect(refused.errors.join()).toMatch(
    /^(Order|Orders) .* not paid or not delivered yet: deliver or cancel first\.$/,
  )
  const { code, out } = await run('forget', 'somebody-else')
  expect([code, out]).toEqual([0, ['Nothing is known of somebody-else any more.']])
})
