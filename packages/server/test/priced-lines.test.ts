import { expect, test } from 'vitest'
import { countedLineOf, lineAdjustments } from '../src/orders/priced-lines.ts'
import { quotedTotal } from '../src/orders/quote-hash.ts'
import type { PricedRow } from '../src/orders/read-checkouts.ts'
import { shopConfig } from './open-shop.ts'

const row: PricedRow = {
  variantId: 'mug-blue',
  quantity: 2,
  addedPrice: 129000,
  price: 129000,
  stock: 2,
  options: { Цвет: 'синий' },
  vatRate: null,
  title: 'Кружка',
  productId: 'mug',
  sellerId: '',
}
const shop = shopConfig('lavka')
const adjustments = (more: Partial<PricedRow>) => lineAdjustments({ ...row, ...more }, 'RUB')

test('a line is priced as the shop has it now, under its own name', () => {
  expect(countedLineOf(row, shop)).toMatchObject([
    {
      variantId: 'mug-blue',
      title: 'Кружка, синий',
      quantity: 2,
      unitPrice: { amount: 129000, currency: 'RUB' },
    },
  ])
  expect(countedLineOf({ ...row, options: null }, shop)).toMatchObject([{ title: 'Кружка' }])
})

test.each([{ price: null }, { title: null }, { sellerId: null }])(
  'what has lost its %j is not priced',
  (lost) => {
    expect(countedLineOf({ ...row, ...lost }, shop)).toEqual([])
  },
)

test('what is not sold any more is gone, whatever else was true of it', () => {
  const gone = [{ id: expect.any(String), variantId: 'mug-blue', title: 'Кружка, синий', code: 'gone' }]
  expect(adjustments({ price: null, stock: 0 })).toEqual(gone)
  expect(adjustments({ title: null, options: null })).toMatchObject([{ code: 'gone', title: '' }])
})

test('a new price and too little stock are told with both figures, and nothing else is', () => {
  expect(adjustments({})).toEqual([])
  expect(adjustments({ stock: null, quantity: 999 })).toEqual([])
  expect(adjustments({ price: 99000, stock: 1 })).toMatchObject([
    { code: 'repriced', before: { amount: 129000 }, after: { amount: 99000 } },
    { code: 'capped', requested: 2, available: 1 },
  ])
})

test('the same fact has the same id, another figure another one', () => {
  const idOf = (more: Partial<PricedRow>) => adjustments(more)[0]?.id
  expect(idOf({ price: 1 })).toBe(idOf({ price: 1 }))
  const ids = [
    { price: 1 },
    { price: 2 },
    { price: null },
    { stock: 0 },
    { stock: 1 },
    { price: 1, variantId: 'x' },
  ]
  expect(new Set(ids.map(idOf)).size).toBe(ids.length)
})

test('a total is read from a hash of ours alone', () => {
  const hash = 'a'.repeat(43)
  expect(quotedTotal(`${hash}.164000`, 'RUB')).toEqual({ amount: 164000, currency: 'RUB' })
  for (const other of [`${hash}.`, `b${hash}.1`, `${hash}.1x`, `${hash}.${'1'.repeat(16)}`, '', '.1'])
    expect(quotedTotal(other, 'RUB')).toBeNull()
})
