import { beforeEach, expect, test } from 'vitest'
import { configUpdate } from '../src/network/handle.ts'
import { people } from '../src/network/people.ts'
import type { Setup } from '../src/network/setup.ts'
import { readBridgeMessage } from '../src/network/wire.ts'
import { fakeDesk, openBridge } from './fake-desk.ts'

let desk = fakeDesk()
const { bridge, events, deliver } = await openBridge(() => desk.network)

beforeEach(() => {
  desk = fakeDesk()
  events.length = 0
})

const set = (patch: Partial<Setup>) => Object.assign(desk.setup, patch)
const say = (patch: Partial<Setup['permissions']>) =>
  set({ permissions: { ...desk.setup.permissions, ...patch } })
const refusal = (error_code: number) => ({ error_type: 'client_error', error_data: { error_code } })

test('answers Init, then tells about the surroundings', async () => {
  set({ scheme: 'dark' })
  expect(await bridge.send('VKWebAppInit')).toEqual({ result: true })
  expect(events.map(({ type }) => type)).toEqual(['VKWebAppInitResult', 'VKWebAppUpdateConfig'])
  expect(events[1]?.data).toMatchObject({ appearance: 'dark', scheme: 'space_gray', app: 'vkclient' })
  expect(await bridge.send('VKWebAppGetConfig')).toEqual(events[1]?.data)
})

test('names the user in the language of the network', async () => {
  set({ language: 'en', person: 'timur' })
  expect(await bridge.send('VKWebAppGetUserInfo')).toMatchObject({
    id: 100_002,
    first_name: 'Timur',
    last_name: 'Sadykov',
    photo_200: expect.stringMatching(/^data:image\/svg\+xml,/),
  })
})

test('gives the phone number, signed, when the user allows it', async () => {
  const given = { phone_number: people[0].phone, sign: `sign of ${people[0].phone}`, is_verified: true }
  say({ phone: 'granted' })
  expect(await bridge.send('VKWebAppGetPhoneNumber')).toEqual(given)
  expect(desk.done).toEqual([])
  say({ phone: 'ask' })
  expect(await bridge.send('VKWebAppGetPhoneNumber')).toEqual(given)
  expect(desk.done).toEqual(['ask VKWebAppGetPhoneNumber'])
  say({ phone: 'refused' })
  await expect(bridge.send('VKWebAppGetPhoneNumber')).rejects.toMatchObject(refusal(4))
})

test('has on each host what VK’s tables say', async () => {
  const supports = async (host: Setup['host']) => {
    set({ host })
    await bridge.send('SetSupportedHandlers')
    const methods = [
      'VKWebAppGetPhoneNumber',
      'VKWebAppTapticImpactOccurred',
      'VKWebAppScroll',
      'VKWebAppNothing',
    ]
    return Promise.all(methods.map((method) => bridge.supportsAsync(method)))
  }
  expect(await supports('vk-ios')).toEqual([true, true, false, false])
  expect(await supports('vk-android')).toEqual([true, true, false, false])
  expect(await supports('vk-mobile-web')).toEqual([false, false, true, false])
  expect(await supports('vk-web')).toEqual([true, false, true, false])
})

test('refuses what it does not have', async () => {
  await expect(bridge.send('VKWebAppFlashGetInfo')).rejects.toMatchObject(refusal(6))
  await expect(bridge.send('constructor')).rejects.toMatchObject(refusal(6))
  set({ host: 'vk-web' })
  await expect(bridge.send('VKWebAppTapticSelectionChanged')).rejects.toMatchObject(refusal(6))
})

test('keeps what the app stores', async () => {
  expect(await bridge.send('VKWebAppStorageSet', { key: 'cart', value: 'mug' })).toEqual({ result: true })
  expect(await bridge.send('VKWebAppStorageGet', { keys: ['cart', 'other'] })).toEqual({
    keys: [
      { key: 'cart', value: 'mug' },
      { key: 'other', value: '' },
    ],
  })
  expect(await bridge.send('VKWebAppStorageGetKeys', { count: 10, offset: 0 })).toEqual({ keys: ['cart'] })
  await expect(bridge.send('VKWebAppStorageGet', {})).rejects.toMatchObject(refusal(5))
})

test('launches anew on request, with numbers as numbers', async () => {
  expect(await bridge.send('VKWebAppGetLaunchParams')).toEqual({
    vk_app_id: 7,
    vk_user_id: 100_001,
    vk_platform: 'mobile_iphone',
    vk_ts: 1_789_000_000,
    sign: 'x',
  })
})

test('does what the app asks of the page', async () => {
  await bridge.send('VKWebAppSetLocation', { location: 'product/mug' })
  await bridge.send('VKWebAppSetLocation', { location: 'cart', replace_state: true })
  await bridge.send('VKWebAppCopyText', { text: 'hello' })
  expect(await bridge.send('VKWebAppClose', { status: 'success', payload: { a: 1 } })).toEqual({
    payload: { a: 1 },
  })
  expect(desk.done).toEqual(['push product/mug', 'replace cart', 'copy hello', 'close'])
  await expect(bridge.send('VKWebAppCopyText', { text: '' })).rejects.toMatchObject(refusal(1))
  await expect(bridge.send('VKWebAppCopyText')).rejects.toMatchObject(refusal(5))
  await expect(bridge.send('VKWebAppSetLocation')).rejects.toMatchObject(refusal(5))
})

test('never answers what it is set not to', async () => {
  set({ never: 'VKWebAppGetUserInfo' })
  const silence = new Promise((resolve) => setTimeout(resolve, 20, 'silence'))
  expect(await Promise.race([bridge.send('VKWebAppGetUserInfo'), silence])).toBe('silence')
  expect(await bridge.send('VKWebAppInit')).toEqual({ result: true })
})

test('hears only what the bridge says', () => {
  expect(readBridgeMessage({ type: 'vk-connect', handler: 'A', params: 'x' })).toEqual({
    handler: 'A',
    params: {},
  })
  for (const other of [null, 'vk-connect', {}, { type: 'vk-connect' }, { type: 'x', handler: 'A' }]) {
    expect(readBridgeMessage(other)).toBeUndefined()
  }
})

test('carries a whole host of Vitrina', async () => {
  // Not before the windows are there: the bridge comes with it.
  const { vkHost } = await import('@vitrina/vk')
  const host = vkHost({
    bridge,
    timeout: 100,
    window: {
      location: {
        search: '?vk_app_id=7&vk_user_id=100001&vk_language=ru&vk_platform=mobile_iphone&sign=x',
        hash: '#cart',
      },
      setTimeout: (run, after) => Number(setTimeout(run, after)),
      clearTimeout: (id) => clearTimeout(id),
      matchMedia: () => ({ matches: false, addEventListener() {} }),
      open: () => null,
    },
  })
  set({ scheme: 'dark' })
  await bridge.send('SetSupportedHandlers')
  expect(await host.launch()).toMatchObject({
    ok: true,
    value: {
      user: { id: '100001', name: 'Вера Лугова' },
      deepLink: 'cart',
      abilities: ['contact', 'haptic', 'storage', 'close'],
    },
  })
  expect(host.appearance.getState()).toEqual({
    scheme: 'dark',
    insets: { top: 0, right: 0, bottom: 20, left: 0 },
  })
  set({ scheme: 'light' })
  const tell = () => {
    const update = configUpdate(desk.network)
    if (update) deliver(update)
  }
  tell()
  expect(host.appearance.getState().scheme).toBe('light')
  expect(await host.requestContact?.()).toEqual({
    ok: true,
    value: { name: 'Вера Лугова', phone: '+79160000101' },
  })
  say({ phone: 'refused' })
  expect(await host.requestContact?.()).toEqual({ ok: false, error: { code: 'denied' } })
  expect(await host.storage?.set('cart', 'x')).toEqual({ ok: true, value: undefined })
  expect(await host.storage?.get('cart')).toEqual({ ok: true, value: 'x' })
  const long = JSON.stringify({ titles: Array.from({ length: 300 }, (_, index) => `Чайник «${index}» 🫖`) })
  for (const fault of ['cut-at-2236', 'vk-bridge-192'] as const) {
    set({ faults: [fault] })
    expect(await host.storage?.set(fault, long)).toEqual({ ok: true, value: undefined })
    expect(await host.storage?.get(fault)).toEqual({ ok: true, value: long })
  }
})
