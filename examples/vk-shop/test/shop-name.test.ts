import { expect, test } from 'vitest'
import { deepLinkOf } from '../src/places.ts'
import { shopName } from '../src/shop-name.ts'

const launch = { appId: '7', platform: 'desktop_web', isOk: false, isFavourite: false, mayNotify: false }

test('a community opens its own shop, everybody else the usual one', () => {
  const group = { id: '200002', role: 'none' }
  expect(shopName({ ...launch, group }, '200001=lavka, 200002=other', 'lavka')).toBe('other')
  expect(shopName({ ...launch, group: { ...group, id: '5' } }, '200001=other', 'lavka')).toBe('lavka')
  expect(shopName(launch, '=other', 'lavka')).toBe('lavka')
  expect(shopName(undefined, '', 'lavka')).toBe('lavka')
})

test('a screen has a place that a link can lead to', () => {
  expect(deepLinkOf({ name: 'products' })).toBe('')
  expect(deepLinkOf({ name: 'product', id: 'g:mug/1' })).toBe('product/g%3Amug%2F1')
  expect(deepLinkOf({ name: 'orders' })).toBe('orders')
})
