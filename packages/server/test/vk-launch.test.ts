import { signVkLaunch, vkAuthenticator } from '@vitrina/vk/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../src/index.ts'
import { openOne } from './each-database.ts'
import { openShop, product, send } from './open-shop.ts'

const secret = 'the secure key of a test app'
let database: Database
beforeAll(async () => {
  database = await openOne()
})
afterAll(() => database?.close())

const seconds = (age = 0) => String(Math.floor(Date.now() / 1000) - age)

async function launch(params: Record<string, string> = {}): Promise<string> {
  const signed = {
    vk_user_id: '100001',
    vk_app_id: '7770000',
    vk_ts: seconds(),
    vk_platform: 'mobile_web',
    ...params,
  }
  return new URLSearchParams({ ...signed, sign: await signVkLaunch(signed, secret) }).toString()
}

async function openVkShop() {
  const vk = vkAuthenticator({ secret, appId: 7770000 })
  const opened = await openShop(database, { authenticate: { vk }, products: [product('mug')] })
  const session = (value: string) =>
    send(opened.server, opened.shop.id, 'POST', '/session', { scheme: 'vk', value })
  return { ...opened, session }
}

test.each([
  [
    'an altered signature',
    (await launch()).replace(/sign=./, (start) => (start === 'sign=A' ? 'sign=B' : 'sign=A')),
    'bad-signature',
  ],
  [
    'another user under the same signature',
    (await launch()).replace('vk_user_id=100001', 'vk_user_id=100002'),
    'bad-signature',
  ],
  ['a launch of two hours ago', await launch({ vk_ts: seconds(7200) }), 'expired'],
  ['a launch from the future', await launch({ vk_ts: seconds(-3600) }), 'not-yet-valid'],
  ['a parameter that comes twice', `${await launch()}&vk_user_id=100001`, 'duplicate'],
  ['another app’s launch', await launch({ vk_app_id: '7770001' }), 'wrong-app'],
  ['no launch at all', '', 'malformed'],
])('answers 401 to %s', async (_, value, reason) => {
  const { session } = await openVkShop()
  const { status, headers, body } = await session(value)
  expect(status).toBe(401)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(body).toMatchObject({ code: 'unauthorized', reason })
  expect(JSON.stringify(body)).not.toContain(secret)
})

test('lets a launch in, also one that tells its time in milliseconds, to the cart of that user', async () => {
  const { server, shop, session } = await openVkShop()
  const tokenOf = async (params?: Record<string, string>) => (await session(await launch(params))).body.token
  const sync = (token: string, operations: unknown[]) =>
    send(
      server,
      shop.id,
      'POST',
      '/cart',
      { cartId: null, since: 0, operations },
      { authorization: `Bearer ${token}` },
    )
  const add = { id: 'op-1', revision: 0, variantId: 'mug-v', kind: 'add', quantity: 2 }
  expect((await sync(await tokenOf(), [add])).status).toBe(200)
  const again = await sync(await tokenOf({ vk_ts: String(Date.now()) }), [])
  expect(again.body.lines).toMatchObject([{ variantId: 'mug-v', quantity: 2 }])
  const other = await sync(await tokenOf({ vk_user_id: '100002' }), [])
  expect(other.body.lines).toEqual([])
})
