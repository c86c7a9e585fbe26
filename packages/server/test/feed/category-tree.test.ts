import fc from 'fast-check'
import { expect, test } from 'vitest'
import { categoryTree } from '../../src/feed/category-tree.ts'
import type { Finding } from '../../src/feed/feed-problem.ts'

function tree(...raw: [id: string, parentId: string | undefined, title?: string][]) {
  const warnings: [number, Finding['code']][] = []
  const categories = categoryTree(
    raw.map(([id, parentId, title = id], index) => ({ line: index + 1, id, parentId, title })),
    (line, { code }) => warnings.push([line, code]),
  )
  return { categories, warnings }
}

test('keeps parents that exist and drops those that do not', () => {
  const { categories, warnings } = tree(['2', '1'], ['1', undefined], ['3', '9'])
  expect(categories).toEqual([
    { id: '2', title: '2', parentId: '1' },
    { id: '1', title: '1' },
    { id: '3', title: '3' },
  ])
  expect(warnings).toEqual([[3, 'unknown-parent']])
})

test('opens a circle at its first category', () => {
  const { categories, warnings } = tree(['leaf', 'b'], ['a', 'c'], ['b', 'a'], ['c', 'b'], ['self', 'self'])
  expect(categories.map(({ id, parentId }) => [id, parentId])).toEqual([
    ['leaf', 'b'],
    ['a', undefined],
    ['b', 'a'],
    ['c', 'b'],
    ['self', undefined],
  ])
  expect(warnings).toEqual([
    [2, 'category-cycle'],
    [5, 'category-cycle'],
  ])
})

test('takes the first of two with one id, and names the nameless', () => {
  const { categories, warnings } = tree(
    ['1', '', 'Посуда'],
    ['1', '', 'Другое'],
    ['', '', 'Без номера'],
    ['4', '', ' '],
  )
  expect(categories).toEqual([
    { id: '1', title: 'Посуда' },
    { id: '4', title: '4' },
  ])
  expect(warnings.map(([, code]) => code)).toEqual(['duplicate-category', 'bad-category', 'bad-category'])
})

test('makes a forest of any graph', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.option(id, { nil: undefined }))), (raw) => {
      const { categories } = tree(...raw)
      const byId = new Map(categories.map((category) => [category.id, category]))
      for (const category of categories) {
        let steps = 0
        for (let at: typeof category | undefined = category; at; at = byId.get(at.parentId ?? '')) steps++
        expect(steps).toBeLessThanOrEqual(categories.length)
      }
    }),
  )
})
