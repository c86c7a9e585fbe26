import { expect, test } from 'vitest'
import { differences, resultsOf } from '../faults/suite.ts'

const report = (...tests: [string, string][]) => ({
  testResults: [
    {
      name: 'cart.test.ts',
      status: 'passed',
      assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
    },
  ],
})

test('the same tests that pass everywhere are the same results', () => {
  const one = resultsOf(report(['pglite adds', 'passed'], ['parses', 'passed']), 'pglite')
  const two = resultsOf(report(['distributed adds', 'passed'], ['parses', 'passed']), 'distributed')
  expect(differences([one, two])).toEqual([])
})

test('a test that fails on one, is missing on one or is skipped on all is told', () => {
  const good = resultsOf(report(['pglite adds', 'passed'], ['pglite counts', 'passed']), 'pglite')
  const bad = resultsOf(report(['postgres adds', 'failed']), 'postgres')
  expect(differences([good, bad])).toEqual([
    'cart.test.ts adds: pglite passed, postgres failed',
    'cart.test.ts counts: pglite passed, postgres not run',
  ])
  const skipped = resultsOf(report(['pglite adds', 'skipped']), 'pglite')
  expect(differences([skipped, skipped])).toHaveLength(1)
  expect(differences([new Map(), new Map()])).toEqual(['no test was run'])
})

test('a file that cannot be loaded fails as one', () => {
  const broken = { testResults: [{ name: 'cart.test.ts', status: 'failed', assertionResults: [] }] }
  expect(differences([resultsOf(broken, 'pglite')])).toEqual(['cart.test.ts: pglite failed'])
})
