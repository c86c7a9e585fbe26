import { verifyVkLaunch } from '@vitrina/vk/server'
import { expect, test } from 'vitest'
import { launchQuery, readLaunchRequest } from '../src/launch.ts'
import { type LaunchFlaw, launchFlaws } from '../src/launch-flaw.ts'
import { signField, signHash, signLaunch } from '../src/signature.ts'

const now = 1_789_000_000_000
const secret = 'a-secret-of-the-test'
const request = { userId: 100_003, host: 'vk-mobile-web', language: 'en', ref: 'feed' } as const

function verify(flaw: LaunchFlaw) {
  const query = launchQuery({ ...request, flaw }, { secret, appId: '7', now })
  return verifyVkLaunch(query, { secret, appId: 7, now: () => now })
}

// VKCOM/vk-apps-launch-params, the example of its README.
test('signs a launch as VK does', () => {
  const params = {
    vk_user_id: '494075',
    vk_app_id: '6736218',
    vk_is_app_user: '1',
    vk_are_notifications_enabled: '1',
    vk_language: 'ru',
    vk_access_token_settings: '',
    vk_platform: 'android',
    not_signed: '1',
  }
  expect(signLaunch(params, 'wvl68m4dR1UpLrVRli')).toBe('htQFduJpLxz7ribXRZpDFUH-XEUhC9rBPTJkjUFEkRA')
})

// The inputs are those of https://dev.vk.com/bridge/VKWebAppGetPhoneNumber.
test('signs a phone number and an e-mail as VK does', () => {
  const field = { appId: '7770000', userId: '162447' }
  const sign = (name: 'phone_number' | 'email', value: string) =>
    signField({ ...field, name, value }, 'W7kVvxVxZ4')
  expect(sign('phone_number', '70000000000')).toBe('gUyfgLLwkJfgL12JwKImaCFp-qen-cwUyPtZtNhS5Dc')
  expect(sign('email', 'test@gmail.com')).toBe('60JsgF8qjveoEkNYqkqa2v48DsNvwc_Yt1D4r99tUs0')
})

// A vector of VK's documentation: https://dev.vk.com/bridge/VKWebAppCreateHash
test('signs a payload as VK does', () => {
  const hash = { appId: '52910233', userId: '1477085', ts: 1_759_645_290, payload: 'test text' }
  expect(signHash(hash, 'sPntLaiCyKYd8QFhQ69w')).toBe('tVg78Xv6uscTGYDz9THlpvCuYiM_mhGQmRXOTHhdR0U')
})

test.each(['ok-web', 'ok-mobile'] as const)('launches from Odnoklassniki: %s', async (host) => {
  const ask = (flaw: LaunchFlaw) =>
    launchQuery({ ...request, host, okId: 777, flaw }, { secret, appId: '7', now })
  const linked = new URLSearchParams(ask('none'))
  expect(linked.get('vk_client')).toBe('ok')
  expect(linked.get('vk_ok_user_id')).toBe('777')
  expect(linked.get('vk_platform')).toMatch(/_ok$/)
  expect(await verifyVkLaunch(ask('milliseconds'), { secret, now: () => now })).toMatchObject({ ok: true })
  expect(new URLSearchParams(ask('milliseconds')).get('vk_ts')).toBe(String(now))
  const unlinked = ask('no-vk-id')
  expect(unlinked).not.toContain('vk_user_id')
  expect(await verifyVkLaunch(unlinked, { secret, now: () => now })).toMatchObject({
    ok: true,
    value: { network: 'ok', userId: '777' },
  })
})

test('launches what the verifier believes', async () => {
  expect(await verify('none')).toMatchObject({
    ok: true,
    value: { userId: '100003', appId: '7', platform: 'mobile_web', language: 'en', issuedAt: now },
  })
})

test('launches wrongly on purpose, so that the verifier refuses', async () => {
  const launches = await Promise.all(launchFlaws.map(verify))
  const codes = launches.map((launch) => (launch.ok ? 'ok' : launch.error.code))
  expect(codes).toEqual(['ok', 'expired', 'bad-signature', 'duplicate', 'ok', 'ok'])
})

test('launches from a community', async () => {
  const group = { id: 200_001, role: 'admin' }
  const query = launchQuery({ ...request, group }, { secret, appId: '7', now })
  expect(await verifyVkLaunch(query, { secret, now: () => now })).toMatchObject({
    value: { group: { id: '200001', role: 'admin' } },
  })
})

test('reads only requests that the page can mean', () => {
  expect(readLaunchRequest({ ...request, flaw: 'none', more: 1 })).toEqual({ ...request, flaw: 'none' })
  const group = { id: 1, role: 'admin' }
  expect(readLaunchRequest({ ...request, group })).toEqual({ ...request, group })
  const wrong = [
    undefined,
    null,
    'launch',
    {},
    { ...request, userId: '1' },
    { ...request, userId: 1.5 },
    { ...request, userId: -1 },
    { ...request, host: 'a&b=c' },
    { ...request, okId: 'x' },
    { ...request, language: 7 },
    { ...request, ref: '' },
    { ...request, flaw: 'other' },
    { ...request, group: { id: 'x', role: 'admin' } },
    { ...request, group: { id: 1, role: 'A B' } },
    { ...request, group: null },
  ]
  for (const body of wrong) expect(readLaunchRequest(body)).toBeUndefined()
})
