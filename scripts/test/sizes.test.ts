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

test('counts what is loaded later as everything, and as first unless it waits for somebody', async () => {
  const entry = "globalThis.later = () => import('ky')"
  const eager = await bundle({ entry, from: 'packages/api' })
  const lazy = await bundle({ entry, from: 'packages/api', later: /\/ky\// })
  expect(eager.first).toBe(eager.everything)
  expect(lazy.everything).toBe(eager.everything)
  expect(lazy.first).toBeLessThan(200)
})

test('counts one of the alternatives for a buyer, the largest', async () => {
  const entry = "globalThis.one = (ky) => (ky ? import('ky') : import('valibot'))"
  const both = await bundle({ entry, from: 'packages/api' })
  const one = await bundle({ entry, from: 'packages/api', alternatives: /\/(ky|valibot)\// })
  expect(both.buyer).toBe(both.everything)
  expect(one.everything).toBe(both.everything)
  expect(one.buyer).toBeLessThan(both.everything - 1000)
  expect(one.buyer).toBeGreaterThan(both.everything / 2)
})

test('shows a figure without a budget', () => {
  expect(sizeTable([{ what: 'all', bytes: 43_040 }])).toMatch(/^ +all +43\.0 kB$/)
})
