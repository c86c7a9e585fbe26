import { expect, test } from 'vitest'
import { addMoney, formatMoney, money } from '../src/index.ts'

test('shows roubles without kopecks when there are none', () => {
  expect(formatMoney(money(129000, 'RUB'), 'ru')).toBe('1\u00a0290\u00a0₽')
  expect(formatMoney(money(129050, 'RUB'), 'ru')).toBe('1\u00a0290,50\u00a0₽')
})

test('shows each currency with its own fraction, in the words of each language', () => {
  const shown = (amount: number, currency: string, locale: string) =>
    formatMoney(money(amount, currency), locale).replaceAll('\u00a0', ' ')
  expect(shown(129000, 'RUB', 'en')).toBe('₽1,290')
  expect(shown(129000, 'KZT', 'ru')).toBe('1 290 ₸')
  expect(shown(1290, 'JPY', 'ru')).toBe('1 290 ¥')
  expect(shown(1290500, 'KWD', 'ru')).toBe('1 290,500 KWD')
  expect(shown(129000, 'RUB', 'ru')).toBe('1 290 ₽')
})

test('says what is wrong with an amount', () => {
  expect(() => money(0.5, 'RUB')).toThrow('not 0.5')
  expect(() => addMoney(money(1, 'RUB'), money(1, 'KZT'))).toThrow('KZT to RUB')
})
