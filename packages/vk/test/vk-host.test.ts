import { expect, test } from 'vitest'
import { type VkHostOptions, vkHost } from '../src/index.ts'
import { fakeBridge, fakeWindow, hurried, never, Refusal, signed } from './fake-network.ts'

const capable = {
  VKWebAppGetPhoneNumber: { phone_number: '79161234567', sign: 's', is_verified: true },
  VKWebAppStorageGet: { keys: [] },
  VKWebAppStorageSet: { result: true },
  VKWebAppTapticImpactOccurred: { result: true },
  VKWebAppClose: { payload: null },
}

function host(
  answers: Record<string, unknown> = {},
  search?: string,
  hash?: string,
  options: VkHostOptions = {},
) {
  const network = fakeBridge(answers)
  const page = fakeWindow(search, hash)
  return {
    network,
    page,
    host: vkHost({ bridge: network.bridge, window: page.window, ...hurried, ...options }),
  }
}

test('launches with the signed part of the query, the user, the language and the deep link', async () => {
  const made = host(capable, `?utm_source=x&${signed}&hash=1`, '#product%2Fmug')
  expect(await made.host.launch()).toEqual({
    ok: true,
    value: {
      proof: { scheme: 'vk', value: signed },
      user: { id: '42', name: 'Вера Лугова', picture: 'https://example.org/v.svg' },
      locale: 'ru',
      deepLink: 'product/mug',
      abilities: ['contact', 'haptic', 'storage', 'close'],
    },
  })
})

test('says Init first, and once', async () => {
  const made = host(capable)
  await Promise.all([made.host.launch(), made.host.launch()])
  await made.host.launch()
  expect(made.network.methods()[0]).toBe('VKWebAppInit')
  expect(made.network.methods().filter((method) => method === 'VKWebAppInit')).toHaveLength(1)
})

test('asks for a new proof when the old one is half an hour old', async () => {
  const clock = { now: 1_789_000_000_000 }
  const fresh = {
    vk_app_id: 7,
    vk_user_id: 42,
    vk_access_token_settings: '',
    vk_ts: 1_789_001_800,
    sign: 'new',
    x: 1,
  }
  const made = host({ ...capable, VKWebAppGetLaunchParams: fresh }, undefined, '', { now: () => clock.now })
  const proofs = async () => {
    const launches = await Promise.all([made.host.launch(), made.host.launch()])
    return launches.map((launch) => launch.ok && launch.value.proof.value)
  }
  expect(await proofs()).toEqual([signed, signed])
  clock.now += 1_800_000
  const next = 'vk_app_id=7&vk_user_id=42&vk_access_token_settings=&vk_ts=1789001800&sign=new'
  expect(await proofs()).toEqual([next, next])
  expect(made.network.methods().filter((method) => method === 'VKWebAppGetLaunchParams')).toHaveLength(1)
})

test('keeps the old proof when there is no new one', async () => {
  const made = host({ ...capable, VKWebAppGetLaunchParams: never }, undefined, '', {
    now: () => 1_799_000_000_000,
  })
  expect(await made.host.launch()).toMatchObject({ ok: true, value: { proof: { value: signed } } })
})

test('does nothing before it is launched', () => {
  expect(host(capable).network.sent).toEqual([])
})

test('fails at once outside of VK', async () => {
  const standalone = fakeBridge({}, { embedded: false })
  const outside = { ok: false, error: { code: 'outside' } }
  const page = fakeWindow()
  const alone = vkHost({ bridge: standalone.bridge, window: page.window })
  expect(await alone.launch()).toEqual(outside)
  expect(await alone.requestContact?.()).toEqual(outside)
  alone.haptic?.('tap')
  alone.close?.()
  expect(standalone.sent).toEqual([])
  expect(await host(capable, '').host.launch()).toEqual(outside)
  expect(await host(capable, '?vk_app_id=7').host.launch()).toEqual(outside)
})

test('launches when Init was said before and is not answered again', async () => {
  const made = host({ ...capable, VKWebAppInit: never })
  expect(await made.host.launch()).toMatchObject({
    value: { user: { name: 'Вера Лугова' }, abilities: ['contact', 'haptic', 'storage', 'close'] },
  })
})

test('opens with less when the network never answers', async () => {
  const made = host({ VKWebAppInit: never, VKWebAppGetUserInfo: never, SetSupportedHandlers: never })
  expect(await made.host.launch()).toEqual({
    ok: true,
    value: { proof: { scheme: 'vk', value: signed }, user: { id: '42' }, locale: 'ru', abilities: [] },
  })
  expect(await made.host.storage?.get('cart')).toEqual({ ok: false, error: { code: 'unsupported' } })
})

test('opens without a name when the user info is refused', async () => {
  const made = host({ ...capable, VKWebAppGetUserInfo: new Refusal({}) })
  expect(await made.host.launch()).toMatchObject({ ok: true, value: { user: { id: '42' } } })
})

test('speaks the nearer of the two languages', async () => {
  const spoken = async (language: string) => {
    const launch = await host(
      capable,
      `?${signed.replace('vk_language=ru', `vk_language=${language}`)}`,
    ).host.launch()
    return launch.ok && launch.value.locale
  }
  expect(await Promise.all(['ru', 'uk', 'ua', 'be', 'kz', ''].map(spoken))).toEqual(Array(6).fill('ru'))
  expect(await Promise.all(['en', 'pt', 'es'].map(spoken))).toEqual(Array(3).fill('en'))
})

test('knows Odnoklassniki, and its users without a VK ID', async () => {
  const made = host(capable, '?vk_app_id=7&vk_ok_user_id=777&vk_client=ok&vk_platform=desktop_web_ok&sign=x')
  expect(made.host.name).toBe('ok')
  expect(await made.host.launch()).toMatchObject({ value: { user: { id: '777' } } })
})

test('does not believe that m.vk.com asks for a phone', async () => {
  const made = host(capable, `?${signed.replace('desktop_web', 'mobile_web')}`)
  expect(await made.host.launch()).toMatchObject({ value: { abilities: ['haptic', 'storage', 'close'] } })
  expect(await made.host.requestContact?.()).toEqual({ ok: false, error: { code: 'unsupported' } })
  expect(made.network.methods()).not.toContain('VKWebAppGetPhoneNumber')
})

test('asks for a phone, as E.164 and with the name', async () => {
  for (const phone_number of ['79161234567', '+7 916 123-45-67', '89161234567', 79161234567]) {
    const made = host({ ...capable, VKWebAppGetPhoneNumber: { phone_number } })
    await made.host.launch()
    expect(await made.host.requestContact?.()).toEqual({
      ok: true,
      value: { name: 'Вера Лугова', phone: '+79161234567' },
    })
  }
})

test('gives the name alone when the phone cannot be one', async () => {
  const made = host({ ...capable, VKWebAppGetPhoneNumber: { phone_number: '12' } })
  await made.host.launch()
  expect(await made.host.requestContact?.()).toEqual({ ok: true, value: { name: 'Вера Лугова' } })
})

test('a refused phone is denied; an unanswered dialog times out after its own time', async () => {
  const refusal = new Refusal({
    error_type: 'client_error',
    error_data: { error_code: 4, error_reason: 'User denied' },
  })
  const refused = host({ ...capable, VKWebAppGetPhoneNumber: refusal })
  expect(await refused.host.requestContact?.()).toEqual({ ok: false, error: { code: 'denied' } })
  const silent = host({ ...capable, VKWebAppGetPhoneNumber: never })
  const before = performance.now()
  expect(await silent.host.requestContact?.()).toEqual({ ok: false, error: { code: 'timeout' } })
  expect(performance.now() - before).toBeGreaterThan(50)
})

test('buzzes where that works', async () => {
  const made = host({ ...capable, VKWebAppTapticNotificationOccurred: { result: true } })
  made.host.haptic?.('tap')
  made.host.haptic?.('success')
  made.host.haptic?.('failure')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(made.network.sent).toEqual([
    { method: 'VKWebAppTapticImpactOccurred', params: { style: 'light' } },
    { method: 'VKWebAppTapticNotificationOccurred', params: { type: 'success' } },
    { method: 'VKWebAppTapticNotificationOccurred', params: { type: 'error' } },
  ])
  const still = host()
  still.host.haptic?.('tap')
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(still.network.sent).toEqual([])
})

test('closes', () => {
  const made = host(capable)
  made.host.close?.()
  expect(made.network.sent).toEqual([{ method: 'VKWebAppClose', params: { status: 'success' } }])
})

test('opens web pages only, and tells when the browser blocks them', async () => {
  const made = host()
  expect(await made.host.openLink('https://example.org/pay')).toEqual({ ok: true, value: undefined })
  expect(made.page.opened).toEqual(['https://example.org/pay'])
  expect(await made.host.openLink('javascript:alert(1)')).toMatchObject({ error: { code: 'invalid' } })
  made.page.block()
  expect(await made.host.openLink('https://example.org/pay')).toEqual({
    ok: false,
    error: { code: 'denied' },
  })
})

test('follows the scheme and the insets of the network', async () => {
  const made = host({
    ...capable,
    VKWebAppGetConfig: { scheme: 'space_gray', insets: { top: 44, bottom: '34' } },
  })
  const { appearance } = made.host
  const seen: string[] = []
  const stop = appearance.subscribe((next, previous) => seen.push(`${previous.scheme} ${next.scheme}`))
  expect(appearance.getState()).toEqual({ scheme: 'light', insets: { top: 0, right: 0, bottom: 0, left: 0 } })
  made.page.prefer(true)
  expect(appearance.getState().scheme).toBe('dark')
  made.page.prefer(false)
  await made.host.launch()
  expect(appearance.getState()).toEqual({
    scheme: 'dark',
    insets: { top: 44, right: 0, bottom: 34, left: 0 },
  })
  made.network.push('VKWebAppUpdateConfig', { appearance: 'light', scheme: 'bright_light' })
  made.network.push('VKWebAppUpdateConfig', { appearance: 'light' })
  made.network.push('VKWebAppUpdateConfig', 'nonsense')
  made.page.prefer(true)
  expect(appearance.getState()).toEqual({
    scheme: 'light',
    insets: { top: 44, right: 0, bottom: 34, left: 0 },
  })
  stop()
  made.network.push('VKWebAppUpdateConfig', { scheme: 'vkcom_dark' })
  expect(appearance.getState().scheme).toBe('dark')
  expect(seen).toEqual(['light dark', 'dark light', 'light dark', 'dark light'])
})
