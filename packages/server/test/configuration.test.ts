import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSecrets } from '../src/configuration/secrets.ts'
import { loadConfig, readEnvironment } from '../src/index.ts'
import { rub, shopConfig } from './open-shop.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-configuration-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function environment(variables: Record<string, string>) {
  const read = readEnvironment({ VITRINA_DATA: join(folder, 'data'), ...variables })
  if (!read.ok) throw new Error(read.error.reason)
  return read.value
}

test('has a default for everything', () => {
  expect(readEnvironment({})).toMatchObject({
    ok: true,
    value: { port: 4110, host: 'localhost', data: '.data/vitrina', origins: [], production: false },
  })
})

test('reads what is set, and takes an empty variable for none', () => {
  const read = environment({
    PORT: '0',
    VITRINA_ORIGINS: 'https://a.example, http://localhost:4101,',
    VITRINA_PUBLIC_URL: 'https://shop.example/',
    DATABASE_URL: '',
  })
  expect(read).toMatchObject({
    port: 0,
    origins: ['https://a.example', 'http://localhost:4101'],
    publicUrl: 'https://shop.example',
    databaseUrl: undefined,
  })
})

test.each([
  ['PORT', 'eighty', 'PORT must be a port number.'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must begin with postgres://.'],
  ['VITRINA_PUBLIC_URL', 'shop.example', 'VITRINA_PUBLIC_URL must be an http or https URL.'],
  [
    'VITRINA_ACQUIRER_HABITS',
    'rude',
    'VITRINA_ACQUIRER_HABITS must be some of late, twice, out-of-order, error-after-success, never, wrong-amount, forged.',
  ],
  ['VITRINA_RATE_LIMITS', 'all=1', 'VITRINA_RATE_LIMITS must be off or limits like address=3000,buyer=600.'],
  [
    'VITRINA_RATE_LIMITS',
    'buyer=0',
    'VITRINA_RATE_LIMITS must be off or limits like address=3000,buyer=600.',
  ],
  [
    'VITRINA_WEBHOOK_URL',
    'http://erp.example',
    'VITRINA_WEBHOOK_URL must be an https URL, or an http one on this machine.',
  ],
  ['VITRINA_WEBHOOK_URL', 'https://erp.example', 'VITRINA_WEBHOOK_SECRET must be set with the other one.'],
  ['VITRINA_WEBHOOK_SECRET', 's'.repeat(32), 'VITRINA_WEBHOOK_URL must be set with the other one.'],
  ['VITRINA_TRUSTED_PROXIES', '-1', 'VITRINA_TRUSTED_PROXIES must be a number from 0 to 9.'],
  ['VITRINA_TIME_LIMIT', '0', 'VITRINA_TIME_LIMIT must be a number from 1 to 600.'],
  [
    'VITRINA_TOKEN_SECRET',
    `${'x'.repeat(32)},short`,
    'VITRINA_TOKEN_SECRET must have at least 32 characters.',
  ],
  ['VITRINA_TOKEN_SECRET', 'short', 'VITRINA_TOKEN_SECRET must have at least 32 characters.'],
])('says what is wrong with %s without its value', (name, value, reason) => {
  expect(readEnvironment({ [name]: value })).toEqual({
    ok: false,
    error: { code: 'invalid-environment', reason },
  })
})

test('reads limits over their defaults, and two secrets at once', () => {
  const { rateLimits, tokenSecret, mostAtOnce, timeLimit, trustedProxies } = environment({
    VITRINA_RATE_LIMITS: 'buyer=60, order=5',
    VITRINA_TOKEN_SECRET: `${'n'.repeat(32)}, ${'o'.repeat(32)}`,
  })
  expect(rateLimits).toEqual({
    address: 3000,
    session: 300,
    buyer: 60,
    order: 5,
    promo: 20,
    suggestions: 120,
  })
  expect(tokenSecret).toEqual(['n'.repeat(32), 'o'.repeat(32)])
  expect([mostAtOnce, timeLimit, trustedProxies]).toEqual([512, 15, 0])
  expect(environment({}).rateLimits).toMatchObject({ buyer: 600 })
  expect(environment({ VITRINA_RATE_LIMITS: 'off' }).rateLimits).toBeUndefined()
})

test.each(['*', 'https://a.example/', 'a.example', 'https://a.example/path'])(
  'refuses the origin %s',
  (value) => {
    const read = readEnvironment({ VITRINA_ORIGINS: value })
    expect(read.ok || read.error.reason).toContain('VITRINA_ORIGINS must be origins')
  },
)

test('reads where orders are reported to', () => {
  const secrets = ['n'.repeat(32), 'o'.repeat(32)]
  for (const url of ['https://erp.example/orders', 'http://localhost:3000']) {
    const variables = { VITRINA_WEBHOOK_URL: url, VITRINA_WEBHOOK_SECRET: secrets.join() }
    expect(environment(variables).webhook).toEqual({ url, secrets })
  }
  expect(environment({}).webhook).toBeUndefined()
})

test('makes secrets once, for their owner only, and keeps them', async () => {
  const first = await readSecrets(environment({}))
  const second = await readSecrets(environment({}))
  expect(first).toEqual(second)
  const path = join(folder, 'data', 'secrets.json')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  if (!first.ok) throw new Error(first.error.reason)
  expect(first.value.token).not.toBe(first.value.acquirer)
  expect(await readFile(path, 'utf8')).toContain(first.value.token)
})

test('wants secrets to be set in production', async () => {
  const token = { VITRINA_TOKEN_SECRET: 'x'.repeat(32) }
  const missing = await readSecrets(environment({ NODE_ENV: 'production', ...token }))
  expect(missing).toMatchObject({
    ok: false,
    error: { reason: 'VITRINA_ACQUIRER_SECRET must be set in production, to at least 32 random characters.' },
  })
  const acquirer = { VITRINA_ACQUIRER_SECRET: 'y'.repeat(32) }
  expect(await readSecrets(environment({ NODE_ENV: 'production', ...token, ...acquirer }))).toEqual({
    ok: true,
    value: { token: ['x'.repeat(32)], acquirer: ['y'.repeat(32)] },
  })
})

async function configFile(name: string, shop: object, more = '') {
  const path = join(folder, name)
  await writeFile(path, `export default { shop: ${JSON.stringify(shop)}, authenticate: {} ${more} }`)
  return path
}

test('loads a configuration, its pictures beside it', async () => {
  const path = await configFile('good.config.mjs', shopConfig('lavka'), ", pictures: './pictures'")
  expect(await loadConfig(path)).toMatchObject({
    ok: true,
    value: { shop: { id: 'lavka' }, pictures: join(folder, 'pictures') },
  })
})

const free = (code: string) => ({ code, kind: 'free-delivery' })

test.each([
  ['no-id', { id: 'Лавка' }, 'shop.id'],
  ['no-delivery', { delivery: [] }, 'shop.delivery'],
  ['currency', { currency: 'USD' }, 'names every amount in the currency of the shop'],
  ['minimum', { minimumOrder: { amount: 100, currency: 'USD' } }, 'names every amount in the currency'],
  ['terms', { terms: { offer: 'http://lavka.example' } }, 'shop.terms.offer'],
  ['page', { terms: { privacy: 'javascript:alert(1)' } }, 'shop.terms.privacy'],
  ['sellers', { sellers: [{ id: 'north', name: 'Север', terms: { returns: '' } }] }, 'terms.returns'],
  ['vat', { vatRate: 0.2 }, 'shop.vatRate is in whole per cent'],
  [
    'plain-http',
    { resizer: { template: 'http://img.example/{width}/{url}' } },
    'template is an https address',
  ],
  ['no-url', { resizer: { template: 'https://img.example/{width}' } }, 'has {width} and {url} in it'],
  [
    'widths',
    { resizer: { template: 'https://img.example/{width}/{url}', widths: [640, 320] } },
    'shop.resizer.widths go from small to large',
  ],
  ['codes', { promotions: [free('Free'), free(' FREE')] }, 'shop.promotions have codes that differ by more'],
  [
    'no-zone',
    { promotions: [{ ...free('A'), until: '2026-12-01' }] },
    'shop.promotions.0.until is a moment like',
  ],
  ['percent', { promotions: [{ code: 'A', kind: 'percent', percent: 101 }] }, 'percent is at most 100'],
  ['fixed', { promotions: [{ code: 'A', kind: 'fixed', amount: rub(0) }] }, 'amount is more than nothing'],
])('says what is wrong with a configuration: %s', async (name, patch, text) => {
  const loaded = await loadConfig(
    await configFile(`${name}.config.mjs`, { ...shopConfig('lavka'), ...patch }),
  )
  expect(loaded.ok || loaded.error.reason).toContain(text)
})

test('says where it looked when there is no configuration, and why it cannot be loaded', async () => {
  const missing = await loadConfig(join(folder, 'none.ts'))
  expect(missing.ok || missing.error.reason).toBe(`There is no configuration at ${join(folder, 'none.ts')}.`)
  const path = join(folder, 'broken.mjs')
  await writeFile(path, 'throw new Error("VK_SECRET is not set")')
  const broken = await loadConfig(path)
  expect(broken.ok || broken.error.reason).toContain('VK_SECRET is not set')
})
