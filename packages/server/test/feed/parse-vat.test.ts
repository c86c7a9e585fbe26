import { expect, test } from 'vitest'
import { parseVat } from '../../src/feed/parse-vat.ts'

function parse(text: string) {
  const problems: unknown[] = []
  const rate = parseVat(text, (problem) => problems.push(problem))
  return { rate, problems }
}

test.each([
  ['VAT_22', 22],
  ['vat_20', 20],
  [' VAT_10 ', 10],
  ['VAT_05', 5],
  ['VAT_22_122', 22],
  ['VAT_10_110', 10],
  ['VAT_0', 0],
  ['NO_VAT', null],
  ['7', 20],
  ['2', 10],
  ['6', null],
  ['', undefined],
])('understands %j', (text, rate) => {
  expect(parse(text)).toEqual({ rate, problems: [] })
})

test.each(['20%', 'VAT_22_110', 'VAT_', '1', 'constructor'])(
  'takes the shop’s rate for %j, and says so',
  (text) => {
    expect(parse(text)).toEqual({ rate: undefined, problems: [{ code: 'bad-vat', value: text }] })
  },
)
