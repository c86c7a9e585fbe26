import { expect, test } from 'vitest'
import {
  addressCard,
  addToFavourites,
  copyText,
  followClient,
  orderBox,
  payForm,
  productLink,
  signedPhone,
  type VkClientOptions,
  vkClient,
} from '../src/abilities.ts'
import { fakeBridge, fakeWindow, never, Refusal, signed } from './fake-network.ts'

function open(answers: Record<string, unknown> = {}, search = `?${signed}`, embedded = true) {
  const fake = fakeBridge(answers, { embedded })
  const hurried: VkClientOptions = { timeout: 20, dialogTimeout: 60, launchTimeout: 20 }
  const client = vkClient({ bridge: fake.bridge, window: fakeWindow(search).window, ...hurried })
  return { ...fake, client }
}

test('what a client cannot do fails at once, and is not asked for', async () => {
  const { client, sent } = open()
  expect(await client.can(addToFavourites)).toBe(false)
  expect(await client.use(addToFavourites, undefined)).toEqual({ ok: false, error: { code: 'unsupported' } })
  expect(sent).toEqual([])
})

test('outside of a network nothing works, and nothing is sent', async () => {
  const { client, sent } = open({ VKWebAppCopyText: { result: true } }, '', false)
  expect(client.launch).toBeUndefined()
  expect(await client.use(copyText, { text: 'x' })).toEqual({ ok: false, error: { code: 'outside' } })
  expect(sent).toEqual([])
})

test('waits for ever for nobody', async () => {
  const silent = open({ SetSupportedHandlers: never, VKWebAppCopyText: { result: true } })
  expect(await silent.client.use(copyText, { text: 'x' })).toMatchObject({ error: { code: 'unsupported' } })
  const deaf = open({ VKWebAppCopyText: never, VKWebAppAddToFavorites: never })
  expect(await deaf.client.use(copyText, { text: 'x' })).toEqual({ ok: false, error: { code: 'timeout' } })
  expect(await deaf.client.use(addToFavourites, undefined)).toMatchObject({ error: { code: 'timeout' } })
})

test('does not believe m.vk.com that it gives a phone', async () => {
  const { client } = open(
    { VKWebAppGetPhoneNumber: { phone_number: '79160000101', sign: 's' } },
    `?${signed.replace('desktop_web', 'mobile_web')}`,
  )
  expect(await client.can(signedPhone)).toBe(false)
})

test('reads what the address says', () => {
  const { client } = open(
    {},
    `?${signed}&vk_group_id=5&vk_viewer_group_role=admin&vk_is_favorite=1&vk_are_notifications_enabled=0`,
  )
  expect(client.launch).toEqual({
    appId: '7',
    platform: 'desktop_web',
    isOk: false,
    group: { id: '5', role: 'admin' },
    isFavourite: true,
    mayNotify: false,
  })
  expect(client.launch && productLink(client.launch, 'a/б')).toBe('https://vk.ru/app7_-5#product/a%2F%D0%B1')
})

test('a payment is only hinted at, in each shape that clients have', async () => {
  const hint = async (method: string, answer: unknown) => {
    const { client } = open({ [method]: answer })
    const used =
      method === orderBox.method
        ? await client.use(orderBox, { item: 'gift' })
        : await client.use(payForm, { appId: '7', params: {} })
    return used.ok ? used.value : used.error.code
  }
  expect(await hint(orderBox.method, { success: true, order_id: 5 })).toEqual({ hint: 'paid', orderId: '5' })
  expect(await hint(orderBox.method, { status: 'cancel' })).toEqual({ hint: 'closed' })
  expect(await hint(orderBox.method, {})).toEqual({ hint: 'unknown' })
  expect(await hint(orderBox.method, new Refusal({ error_type: undefined }))).toBe('unknown')
  expect(await hint(payForm.method, { result: { status: true, transaction_id: 'T' } })).toEqual({
    hint: 'paid',
    orderId: 'T',
  })
  expect(await hint(payForm.method, { status: false })).toEqual({ hint: 'closed' })
})

test('puts an address in one line, whichever way its parts are named', async () => {
  const line = async (address: unknown) => {
    const { client } = open({ VKWebAppGetPersonalCard: { address } })
    const used = await client.use(addressCard, undefined)
    return used.ok && used.value.address
  }
  expect(
    await line({
      country: { id: 1, title: 'Россия' },
      city: { id: 1, name: 'Москва' },
      specified_address: 'Садовая, 1',
    }),
  ).toBe('Россия, Москва, Садовая, 1')
  expect(await line(undefined)).toBe('')
})

test('tells of places, of hiding and of coming back', () => {
  const { client, push } = open()
  const told: string[] = []
  followClient(client, {
    deepLink: (place) => told.push(place),
    hide: () => told.push('hide'),
    restore: () => told.push('restore'),
  })
  push('VKWebAppViewHide', {})
  push('VKWebAppChangeFragment', { location: '#product/mug' })
  push('VKWebAppLocationChanged', { location: 'cart' })
  push('VKWebAppChangeFragment', { location: 7 })
  push('VKWebAppViewRestore', {})
  expect(told).toEqual(['hide', 'product/mug', 'cart', 'restore'])
})
