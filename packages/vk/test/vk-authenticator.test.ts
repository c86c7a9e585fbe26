import { expect, test } from 'vitest'
import { signVkLaunch, vkAuthenticator } from '../src/server.ts'

const secret = 'a-secret-of-the-test'
const authenticate = vkAuthenticator({ secret, appId: '7', now: () => 1_789_000_000_000 })

async function query(params: Record<string, string>): Promise<string> {
  const all = { vk_app_id: '7', vk_ts: '1789000000', ...params }
  return new URLSearchParams({ ...all, sign: await signVkLaunch(all, secret) }).toString()
}

test('names buyers of both networks apart', async () => {
  expect(await authenticate(await query({ vk_user_id: '42' }))).toMatchObject({
    ok: true,
    value: { buyerId: 'vk:42' },
  })
  expect(await authenticate(await query({ vk_ok_user_id: '42' }))).toMatchObject({
    ok: true,
    value: { buyerId: 'ok:42' },
  })
})

test('says why a stranger is not let in', async () => {
  expect(
    await authenticate((await query({ vk_user_id: '42' })).replace('vk_user_id=42', 'vk_user_id=43')),
  ).toMatchObject({
    ok: false,
    error: { code: 'bad-signature', reason: expect.any(String) },
  })
})

test('is not made with an empty secret', () => {
  expect(() => vkAuthenticator({ secret: '' })).toThrow(RangeError)
})
