import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeCurrency, parsePrice } from '../../src/feed/parse-price.ts'

const amount = (text: string, currency = 'RUB') => {
  const price = parsePrice(text, currency)
  return price.ok ? price.value.amount : price.error.code
}

test('reads prices as shops write them', () => {
  expect(amount('1290')).toBe(129000)
  expect(amount(' 1 290,50 ')).toBe(129050)
  expect(amount('12\u00a0900.5')).toBe(1290050)
  expect(amount('1290.0000')).toBe(129000)
  expect(amount('1290.000')).toBe(129000)
  expect(amount('0.01')).toBe(1)
})

test('refuses what is no price and what may be two', () => {
  for (const text of [
    '',
    '0',
    '0.00',
    '-5',
    '1,290',
    '1.290',
    '1290.505',
    '1e3',
    'NaN',
    '0x10',
    '12 руб.',
    '1,2,3',
    '99999999999',
  ]) {
    expect(amount(text)).toBe('bad-price')
  }
})

test('knows how many minor units a currency has', () => {
  expect(amount('1290', 'JPY')).toBe(1290)
  expect(amount('1290.5', 'JPY')).toBe('bad-price')
  expect(amount('1.5', 'BYN')).toBe(150)
})

test('calls the old rouble by its new code', () => {
  expect(normalizeCurrency(' rur ')).toBe('RUB')
})

test('gives back every amount however it is written', () => {
  const spaces = fc.constantFrom('', ' ', '\u00a0', '\u202f')
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999_999 }),
      spaces,
      fc.constantFrom('.', ','),
      (minor, space, point) => {
        const whole = String(Math.floor(minor / 100)).replace(/\B(?=(\d{3})+$)/g, space)
        expect(amount(`${whole}${point}${String(minor % 100).padStart(2, '0')}`)).toBe(minor)
      },
    ),
  )
})

test('never throws and never makes an amount that is not positive', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const price = parsePrice(text, 'RUB')
      if (price.ok) expect(Number.isSafeInteger(price.value.amount) && price.value.amount > 0).toBe(true)
    }),
  )
})
