import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readVkOrderNotification,
  signNotification,
  vkItemAnswer,
  vkOrderAnswer,
  vkOrderRefusal,
} from '../src/server.ts'
import { flippedBit } from './flipped.ts'

const secret = 'a-secret-of-the-test'
const common = { app_id: '7', user_id: '42', receiver_id: '43', version: '5.132', site: 'VK' }
const write = (params: Record<string, string>) => {
  const all = { ...common, ...params }
  return `${new URLSearchParams({ ...all, sig: signNotification(all, secret) })}`
}
const read = (body: string, appId?: string) =>
  readVkOrderNotification(body, { secret, ...(appId && { appId }) })
const codeOf = (body: string, appId?: string) => {
  const result = read(body, appId)
  return result.ok ? 'ok' : result.error.code
}

// SevereCloud/vksdk, payments
test('signs as VK does', () => {
  const ones = { app_id: '1', user_id: '1', receiver_id: '1', order_id: '1', subscription_id: '1' }
  expect(signNotification({ notification_type: 'not_processed', ...ones }, 'secret')).toBe(
    '4dd8fa646851ff3f756e6c26d321471b',
  )
})

const change = {
  notification_type: 'order_status_change',
  status: 'chargeable',
  order_id: '900000001234567890',
  item: 'gift card + кот',
  item_id: 'gift',
  item_price: '5',
  date: '1789000000',
}

const subscription = {
  notification_type: 'subscription_status_change',
  status: 'active',
  subscription_id: '5',
  item_id: 'month',
  item_price: '3',
}

test('reads each kind, of users and of testers, of both networks', () => {
  const who = { appId: '7', userId: '42', receiverId: '43' }
  expect(
    read(write({ notification_type: 'get_item', item: 'gift', lang: 'ru_RU', order_id: '1' })),
  ).toMatchObject({
    value: { ...who, type: 'get-item', test: false, network: 'vk', item: 'gift', language: 'ru_RU' },
  })
  expect(
    read(write({ notification_type: 'get_item_test', item: 'gift', order_id: '1', site: 'OK' })),
  ).toMatchObject({ value: { type: 'get-item', test: true, network: 'ok' } })
  expect(read(write(change))).toMatchObject({
    value: {
      type: 'order-status-change',
      status: 'chargeable',
      orderId: '900000001234567890',
      item: 'gift',
      price: 5,
    },
  })
  expect(read(write({ notification_type: 'get_subscription', item: 'month' }))).toMatchObject({
    value: { type: 'get-subscription', item: 'month' },
  })
  const cancelled = { status: 'cancelled', subscription_id: '5', item_id: 'month', item_price: '3' }
  expect(
    read(
      write({
        notification_type: 'subscription_status_change',
        cancel_reason: 'user_decision',
        ...cancelled,
      }),
    ),
  ).toMatchObject({
    value: { type: 'subscription-status-change', status: 'cancelled', cancelReason: 'user_decision' },
  })
})

test('believes nothing that was changed', () => {
  const body = write(change)
  const meaning = (of: string) => JSON.stringify([...new URLSearchParams(of)].sort())
  fc.assert(
    fc.property(flippedBit(body), (flipped) => {
      // `%2b` for `%2B` is another spelling of the same thing.
      fc.pre(meaning(flipped) !== meaning(body))
      expect(codeOf(flipped)).not.toBe('ok')
    }),
    { numRuns: 2000 },
  )
  expect(codeOf(`${body}&user_id=42`)).toBe('duplicate')
  expect(codeOf(`${body}&more=1`)).toBe('bad-signature')
  expect(codeOf(body, '8')).toBe('wrong-app')
})

test('says what is no notification, though it is signed', () => {
  expect(codeOf('')).toBe('malformed')
  expect(codeOf('a=%zz')).toBe('malformed')
  for (const wrong of [
    { notification_type: 'other' },
    { notification_type: 'get_item' },
    { ...change, status: 'paid' },
    { ...change, order_id: '-1' },
    { ...change, item_price: '1.5' },
    { ...change, user_id: '0' },
    { ...change, user_id: '4x' },
    { ...change, item_id: '', item: '' },
    { ...subscription, status: 'refunded' },
    { ...subscription, subscription_id: '0' },
    { ...subscription, item_id: '', item: '' },
    { ...subscription, item_price: '' },
  ])
    expect(codeOf(write(wrong))).toBe('malformed')
  expect(codeOf(write({ ...change, status: 'refunded' }))).toBe('ok')
  for (const status of ['chargeable', 'active', 'cancelled'])
    expect(codeOf(write({ ...subscription, status }))).toBe('ok')
  expect(read(write({ ...change, item_price: '120' }), '7')).toMatchObject({ value: { price: 120 } })
  expect(read(write({ notification_type: 'get_item', item: 'gift' }))).toMatchObject({
    value: { language: 'ru_RU' },
  })
})

test('answers in VK’s words', () => {
  const long = 'Я'.repeat(60)
  expect(JSON.parse(vkItemAnswer({ id: 'gift', title: long, price: 5 }))).toEqual({
    response: { item_id: 'gift', title: 'Я'.repeat(48), price: 5, expiration: 0 },
  })
  expect(vkOrderAnswer({ orderId: '900000001234567890', ours: 17 })).toBe(
    '{"response":{"order_id":900000001234567890,"app_order_id":17}}',
  )
  expect(JSON.parse(vkOrderRefusal('bad-signature'))).toMatchObject({
    error: { error_code: 10, critical: true },
  })
  expect(JSON.parse(vkOrderRefusal('unavailable'))).toMatchObject({
    error: { error_code: 2, critical: false },
  })
  expect(() => vkOrderAnswer({ orderId: '1}', ours: 1 })).toThrow(RangeError)
})
