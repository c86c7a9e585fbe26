import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signVkLaunch, verifyVkLaunch } from '../src/server.ts'

const secret = 'a-secret-of-the-test'
const issued = 1_789_000_000
const now = () => issued * 1000
const params = {
  vk_user_id: '100001',
  vk_app_id: '7770000',
  vk_ts: String(issued),
  vk_platform: 'desktop_web',
  vk_language: 'ru',
  vk_access_token_settings: 'friends,groups',
}

async function query(changed: Record<string, string> = {}, key = secret): Promise<string> {
  const all = { ...params, ...changed }
  return new URLSearchParams({ ...all, sign: await signVkLaunch(all, key) }).toString()
}

async function codeOf(text: string | Promise<string>, options = {}): Promise<string> {
  const result = await verifyVkLaunch(await text, { secret, now, ...options })
  if (result.ok) return 'ok'
  expect(result.error.reason).toMatch(/^[A-Z].+\.$/)
  return result.error.code
}

/** Signed by hand, for what `query` cannot write. */
async function signed(
  all: Record<string, string>,
  spelt = new URLSearchParams(all).toString(),
): Promise<string> {
  return `${spelt}&sign=${await signVkLaunch(all, secret)}`
}

// Public vectors: VKCOM/vk-apps-launch-params, SevereCloud/vksdk, stels-cs/php-vk-sign-checker; the last one is synthetic.
const vectors: [name: string, secret: string, query: string][] = [
  [
    'vk-apps-launch-params',
    'wvl68m4dR1UpLrVRli',
    'vk_user_id=494075&vk_app_id=6736218&vk_is_app_user=1&vk_are_notifications_enabled=1&vk_language=ru&vk_access_token_settings=&vk_platform=android&sign=htQFduJpLxz7ribXRZpDFUH-XEUhC9rBPTJkjUFEkRA',
  ],
  [
    'vksdk, with an ampersand and an unsigned parameter',
    'wvl68m4dR1UpLrVRli',
    'vk_user_id=494075&vk_app_id=6736218&vk_is_app_user=1&vk_are_notifications_enabled=1&vk_language=ru&vk_access_token_settings=&vk_platform=andr%26oid&sign=gAgvKPEe3wJiC9ZdT16XuZ65_KSH5WkGSeDp_CQofws&q=1',
  ],
  [
    'php-vk-sign-checker, with a comma',
    'rkwdOT04kUh28RDEC9zr',
    'vk_access_token_settings=friends%2Cgroups&vk_app_id=6825462&vk_are_notifications_enabled=0&vk_is_app_user=1&vk_language=ru&vk_platform=desktop_web&vk_user_id=19039187&sign=vBBPIysvzccFUn_e55JCGxZBnmxpXeh92XpiAY9gcv8',
  ],
  [
    'Odnoklassniki',
    'test_secret_123',
    'vk_access_token_settings=&vk_app_id=53671510&vk_client=ok&vk_is_app_user=1&vk_language=ru&vk_ok_app_id=512002000000&vk_ok_user_id=777&vk_platform=desktop_web_ok&vk_ts=1789000000&vk_user_id=42&sign=AH8mfmY8hgn-UVaIWRrBwQn1TPo37sjucULkdE_rM3U',
  ],
]

test.each(vectors)('believes the public launch of %s', async (_name, key, text) => {
  expect(await verifyVkLaunch(text, { secret: key, maxAge: Number.POSITIVE_INFINITY })).toMatchObject({
    ok: true,
  })
  expect(await verifyVkLaunch(text, { secret: `${key}!`, maxAge: Number.POSITIVE_INFINITY })).toMatchObject({
    error: { code: 'bad-signature' },
  })
})

test('reads who, where and when', async () => {
  const result = await verifyVkLaunch(
    `?${await query({ vk_group_id: '5', vk_viewer_group_role: 'admin' })}&utm=x`,
    {
      secret,
      appId: 7770000,
      now,
    },
  )
  expect(result).toMatchObject({
    ok: true,
    value: {
      network: 'vk',
      userId: '100001',
      appId: '7770000',
      issuedAt: issued * 1000,
      platform: 'desktop_web',
      language: 'ru',
      group: { id: '5', role: 'admin' },
    },
  })
})

test('numbers a user of Odnoklassniki without a VK ID apart', async () => {
  const { vk_user_id: _, ...rest } = params
  const all = { ...rest, vk_client: 'ok', vk_ok_user_id: '777' }
  const text = new URLSearchParams({ ...all, sign: await signVkLaunch(all, secret) }).toString()
  expect(await verifyVkLaunch(text, { secret, now })).toMatchObject({
    value: { network: 'ok', userId: '777' },
  })
})

test('refuses a launch without a user, or of another app', async () => {
  expect(await codeOf(query({ vk_user_id: '0' }))).toBe('malformed')
  expect(await codeOf(query({ vk_user_id: '-5' }))).toBe('malformed')
  expect(await codeOf(query({ vk_user_id: '5x' }))).toBe('malformed')
  expect(await codeOf(signed({ vk_user_id: '5', vk_ts: String(issued) }))).toBe('malformed')
  expect(await codeOf(query(), { appId: 1 })).toBe('wrong-app')
})

test('reads a launch without a community, and one whose user has no part in it', async () => {
  const read = async (changed = {}) => verifyVkLaunch(await query(changed), { secret, now })
  expect(await read()).toMatchObject({ value: { group: null } })
  expect(await read({ vk_group_id: '5' })).toMatchObject({ value: { group: { id: '5', role: 'none' } } })
})

test('tells in its reason what a log needs', async () => {
  const reasonOf = async (text: string | Promise<string>, options = {}) => {
    const result = await verifyVkLaunch(await text, { secret, now, ...options })
    return result.ok ? '' : result.error.reason
  }
  expect(await reasonOf(query(), { appId: 1 })).toContain('7770000')
  expect(await reasonOf(query({ vk_ts: String(issued - 3601) }))).toContain('3601 seconds')
  expect(await reasonOf(`${await query()}&vk_ts=1`)).toContain('vk_ts')
})

test('reads a query as browsers write it', async () => {
  const all = { ...params, vk_ref: 'a?b c', vk_empty: '' }
  const spelt = new URLSearchParams(all).toString()
  expect(await codeOf(signed(all))).toBe('ok')
  expect(await codeOf(signed(all, spelt.replace('%3F', '?')))).toBe('ok')
  expect(await codeOf(signed(all, spelt.replace('vk_empty=', 'vk_empty')))).toBe('ok')
  expect(await codeOf(`&${await signed(all)}&`)).toBe('ok')
  expect(await codeOf(`${await signed(all)}&=x`)).toBe('ok')
})

test('signs nothing but what VK signs', async () => {
  expect(await signVkLaunch({ ...params, utm: 'x', sign: 'y' }, secret)).toBe(
    await signVkLaunch(params, secret),
  )
})

test('reads as much as a launch can have, and no more', async () => {
  const start = `${await query()}&q=`
  expect(await codeOf(start + 'x'.repeat(8192 - start.length))).toBe('ok')
  expect(await codeOf(start + 'x'.repeat(8193 - start.length))).toBe('malformed')
})

test('checks the age in seconds or milliseconds', async () => {
  expect(await codeOf(query({ vk_ts: String(issued - 3600) }))).toBe('ok')
  expect(await codeOf(query({ vk_ts: String(issued - 3601) }))).toBe('expired')
  expect(await codeOf(query({ vk_ts: String((issued - 3600) * 1000) }))).toBe('ok')
  expect(await codeOf(query({ vk_ts: String((issued - 3601) * 1000) }))).toBe('expired')
  expect(await codeOf(query({ vk_ts: String(issued - 61) }), { maxAge: 60 })).toBe('expired')
  expect(await codeOf(query({ vk_ts: String(issued + 60) }))).toBe('ok')
  expect(await codeOf(query({ vk_ts: String(issued + 61) }))).toBe('not-yet-valid')
})

test('refuses a launch without a readable time', async () => {
  for (const time of ['', 'soon', '-1', '1e9', ' 1789000000'])
    expect(await codeOf(query({ vk_ts: time }))).toBe('malformed')
  expect(await codeOf(query(), { maxAge: Number.NaN })).toBe('expired')
})

test('refuses duplicates, whatever they say', async () => {
  expect(await codeOf(`${await query()}&vk_user_id=100001`)).toBe('duplicate')
  expect(await codeOf(`vk_user_id=1&${await query()}`)).toBe('duplicate')
  expect(await codeOf(`${await query()}&%76k_user_id=1`)).toBe('duplicate')
  expect(await codeOf(`${await query()}&sign=`)).toBe('duplicate')
})

test('refuses what is not a launch at all', async () => {
  expect(await codeOf('')).toBe('malformed')
  expect(await codeOf('?')).toBe('malformed')
  expect(await codeOf('sign=x')).toBe('malformed')
  expect(await codeOf('vk_user_id=1')).toBe('malformed')
  expect(await codeOf(`${await query()}&vk_x=%zz`)).toBe('malformed')
  expect(await codeOf(`${await query()}&vk_x=\ud800`)).toBe('malformed')
  expect(await codeOf(`${await query()}&vk_Odd[]=1`)).toBe('malformed')
  expect(await codeOf(signed({ ...params, 'vk_odd[]': '1' }))).toBe('malformed')
  expect(await codeOf(`${await query()}&q=${'x'.repeat(9000)}`)).toBe('malformed')
  expect(await codeOf(undefined as unknown as string)).toBe('malformed')
})

test('will not work with an empty secret', async () => {
  await expect(verifyVkLaunch(await query(), { secret: '' })).rejects.toThrow('secret is empty')
})

test('believes whatever VK signs and nothing that was changed after that', async () => {
  const value = fc.string({ unit: 'grapheme', maxLength: 20 })
  const extra = fc.dictionary(fc.stringMatching(/^vk_[a-z]{1,12}$/), value, { maxKeys: 6 })
  await fc.assert(
    fc.asyncProperty(extra, fc.string(), fc.nat(), async (added, other, pick) => {
      const signed: Record<string, string> = { ...added, ...params }
      const sign = await signVkLaunch(signed, secret)
      const write = (all: Record<string, string>) => new URLSearchParams({ ...all, sign }).toString()
      expect(await codeOf(write(signed))).toBe('ok')
      const names = Object.keys(signed)
      const name = names[pick % names.length] ?? 'vk_ts'
      const { [name]: old, ...without } = signed
      expect(await codeOf(write(without))).not.toBe('ok')
      expect(await codeOf(write({ ...signed, vk_never_signed_0: other }))).toBe('bad-signature')
      if (other !== old) {
        expect(await codeOf(write({ ...signed, [name]: other }))).toBe('bad-signature')
      }
    }),
  )
})

test('notices any flipped bit of the signature and any flipped character of what it covers', async () => {
  const text = await query()
  const meaning = (of: string) => JSON.stringify([...new URLSearchParams(of)].sort())
  const signature = text.slice(text.indexOf('sign=') + 5)
  for (let at = 0; at < signature.length; at += 1) {
    for (let bit = 0; bit < 7; bit += 1) {
      const flipped = String.fromCharCode(signature.charCodeAt(at) ^ (1 << bit))
      const sign = encodeURIComponent(signature.slice(0, at) + flipped + signature.slice(at + 1))
      expect(await codeOf(text.replace(signature, sign))).not.toBe('ok')
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.string({ minLength: 1, maxLength: 1 }),
      async (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1)
        // `%2c` for `%2C` is another spelling of the same launch, not another launch.
        fc.pre(meaning(changed) !== meaning(text))
        expect(await codeOf(changed)).not.toBe('ok')
      },
    ),
    { numRuns: 1000 },
  )
})
