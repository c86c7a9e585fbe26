import { expect, test } from 'vitest'
import { formatMoney, money } from '../src/index.ts'

test('shows roubles without kopecks when there are none', () => {
  expect(formatMoney(money(129000, 'RUB'), 'ru')).toBe('1\u00a0290\u00a0₽')
  expect(formatMoney(money(129050, 'RUB'), 'ru')).toBe('1\u00a0290,50\u00a0₽')
})
