import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type VkHash, verifyVkHash } from '../src/server.ts'
import { flippedBit } from './flipped.ts'

// A vector of VK's documentation: https://dev.vk.com/bridge/VKWebAppCreateHash
const hash: VkHash = {
  ts: 1_759_645_290,
  payload: 'test text',
  userId: '1477085',
  sign: 'tVg78Xv6uscTGYDz9THlpvCuYiM_mhGQmRXOTHhdR0U',
}
const options = { secret: 'sPntLaiCyKYd8QFhQ69w', appId: 52910233, now: () => hash.ts * 1000 }
const codeOf = async (changed: Partial<VkHash>, more = {}) => {
  const result = await verifyVkHash({ ...hash, ...changed }, { ...options, ...more })
  return result.ok ? 'ok' : result.error.code
}

test('believes what VK has signed, for an hour', async () => {
  expect(await verifyVkHash(hash, options)).toEqual({ ok: true, value: { issuedAt: hash.ts * 1000 } })
  expect(await codeOf({}, { now: () => (hash.ts + 3601) * 1000 })).toBe('expired')
  expect(await codeOf({}, { now: () => (hash.ts - 61) * 1000 })).toBe('not-yet-valid')
  expect(await codeOf({}, { appId: 1 })).toBe('bad-signature')
})

test('believes no word that was changed', async () => {
  for (const part of ['payload', 'userId', 'sign'] as const) {
    await fc.assert(
      fc.asyncProperty(flippedBit(String(hash[part])), async (flipped) => {
        expect(await codeOf({ [part]: flipped })).toMatch(/^(bad-signature|malformed)$/)
      }),
    )
  }
  expect(await codeOf({ ts: hash.ts + 1 })).toBe('bad-signature')
  const { payload: _, ...without } = hash
  expect(await verifyVkHash(without, options)).toMatchObject({ error: { code: 'bad-signature' } })
})

test('says what is no hash at all', async () => {
  expect(await codeOf({ ts: Number.NaN })).toBe('malformed')
  expect(await codeOf({ userId: '' })).toBe('malformed')
  expect(await codeOf({ payload: '\ud800' })).toBe('malformed')
  expect(await codeOf({ payload: 'x'.repeat(5000) })).toBe('malformed')
})
