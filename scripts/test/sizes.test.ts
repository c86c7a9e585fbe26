import { expect, test } from 'vitest'
import { staleFigures } from '../checks/sizes.ts'
import { bundle } from '../size/bundle.ts'
import { sizeTable } from '../size/measure.ts'

const size = (bytes: number) => ({ what: 'core alone', bytes, budget: 8000 })

test('accepts a README that says what was measured', () => {
  expect(staleFigures('| core | 6.4 kB |', [size(6430)])).toEqual([])
})

test('refuses a README with an old figure', () => {
  expect(staleFigures('| core | 5.1 kB |', [size(6430)])).toEqual([
    'README.md does not say 6.4 kB (core alone)',
  ])
})

test('counts a dependency, and does not count what the page has anyway', async () => {
  const entry = "import { createStore } from 'zustand/vanilla'; globalThis.createStore = createStore"
  const whole = await bundle({ entry, from: 'packages/core' })
  const alone = await bundle({ entry, from: 'packages/core', external: ['zustand/vanilla'] })
  expect(whole.everything).toBeGreaterThan(200)
  expect(alone.everything).toBeLessThan(150)
})

test('counts what is imported later, unless nobody imports it', async () => {
  const entry = "globalThis.later = () => import('ky')"
  const lazy = await bundle({ entry, from: 'packages/api' })
  expect(lazy.without()).toBe(lazy.everything)
  expect(lazy.without(/valibot/)).toBe(lazy.everything)
  expect(lazy.without(/\/ky\//)).toBeLessThan(200)
})

test('counts what several need as long as one of them is imported', async () => {
  const entry = "globalThis.one = (ky) => (ky ? import('ky') : import('valibot'))"
  const both = await bundle({ entry, from: 'packages/api' })
  const ky = both.without(/\/valibot\//)
  expect(ky).toBeGreaterThan(3000)
  expect(ky).toBeLessThan(both.everything - 1000)
  expect(both.without(/\/valibot\//, /\/ky\//)).toBeLessThan(300)
})

test('shows a figure without a budget', () => {
  expect(sizeTable([{ what: 'all', bytes: 43_040 }])).toMatch(/^ +all +43\.0 kB$/)
})
