import { expect, test } from 'vitest'
import { parseRoute } from '../src/index.ts'

test('reads deep links, with and without a hash', () => {
  expect(parseRoute('product/g:mug')).toEqual({ name: 'product', id: 'g:mug' })
  expect(parseRoute('#/product/a%20b')).toEqual({ name: 'product', id: 'a b' })
  expect(parseRoute('seller/north')).toEqual({ name: 'seller', id: 'north' })
  expect(parseRoute('order/7')).toEqual({ name: 'order', id: '7' })
  for (const name of ['cart', 'orders', 'checkout']) expect(parseRoute(name)).toEqual({ name })
})

test('shows the products for whatever it cannot read', () => {
  for (const link of [undefined, null, '', 'product', 'product/', 'seller', 'nonsense/1', '#']) {
    expect(parseRoute(link)).toEqual({ name: 'products' })
  }
  expect(parseRoute('product/%E0%A4%A')).toEqual({ name: 'product', id: '%E0%A4%A' })
})
