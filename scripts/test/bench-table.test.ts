import { expect, test } from 'vitest'
import { type Figures, mediansOf, rowsOf, type Seen } from '../bench/feed/figures.ts'
import { growthBound } from '../bench/feed/growth.ts'
import { ratiosOf, tableOf } from '../bench/feed/table.ts'

const seen = (figures: Figures, more: Partial<Seen> = {}): Seen => ({
  figures,
  missing: {},
  notes: {},
  ...more,
})
const rows = rowsOf(1000).filter(({ figure }) => figure === 'mount all' || figure === 'shift')
const floors = [
  { name: 'floor (i)', seen: seen({ 'mount all': 100, shift: 0.05 }) },
  { name: 'floor (ii)', seen: seen({ 'mount all': 200, shift: 0.05 }) },
]

test('writes a table with goals, notes, and dashes that have a reason', () => {
  const columns = [
    ...floors,
    { name: 'one', seen: seen({ 'mount all': 1234.6, shift: 1 }, { notes: { 'mount all': '500 lines' } }) },
    { name: 'two', seen: seen({}, { missing: { 'mount all': 'hangs', shift: 'hangs' } }) },
  ]
  expect(tableOf(rows, columns)).toBe(
    [
      '|  | floor (i) | floor (ii) | one | two | goal |',
      '| --- | --- | --- | --- | --- | --- |',
      '| mount 1 000, ms | 100 | 200 | 1 235 (500 lines) | – | ≤ (ii) |',
      '| layout shift at 1 000 | 0.1 | 0.1 | 1.0 | – | ≤ 0 |',
      '',
      '- two: hangs (mount 1 000; layout shift at 1 000)',
    ].join('\n'),
  )
})

test('tells how many times each floor a figure is, unless the floors are too small to compare with', () => {
  const columns = [
    ...floors,
    { name: 'one', seen: seen({ 'mount all': 300, shift: 1 }) },
    { name: 'two', seen: seen({}) },
  ]
  expect(ratiosOf(rows, columns)).toBe(
    [
      '| times floor (i) / (ii) | one | two |',
      '| --- | --- | --- |',
      '| mount 1 000 | 3.00 / 1.50 | – |',
    ].join('\n'),
  )
})

test('takes the middle of several runs, and nothing of what one of them did not reach', () => {
  const runs = [seen({ heap: 3, scroll: 1 }), seen({ heap: 1, scroll: 1 }), seen({ heap: 2 })]
  const late = seen({}, { missing: { scroll: 'late' } })
  expect(mediansOf(runs).figures.heap).toBe(2)
  expect(mediansOf([...runs, late])).toMatchObject({ figures: { heap: 2 }, missing: { scroll: 'late' } })
  expect(mediansOf([...runs, late]).figures).not.toHaveProperty('scroll')
})

test('a quick look at few products has no rows between one and all', () => {
  const names = rowsOf(100).map(({ what }) => what)
  expect(names).toHaveLength(new Set(names).size)
  expect(names).toContain('mount 100, ms')
})

test('what mounting may leave is what the floors leave, and a twentieth of a card each', () => {
  const dom = { growth: 20_000, heap: 400 }
  const preact = { growth: 24_000, heap: 2000 }
  expect(growthBound([dom, preact])).toBe(124_000)
  expect(
    growthBound([
      { growth: -5, heap: 400 },
      { growth: -9, heap: 2000 },
    ]),
  ).toBe(100_000)
  expect(growthBound([])).toBe(null)
  expect(growthBound([dom, { heap: 2000 }])).toBe(null)
})
