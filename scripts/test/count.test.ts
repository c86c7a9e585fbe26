import { expect, test } from 'vitest'
import { count } from '../checks/vitest.ts'

const loaded = { name: 'a.test.ts', status: 'passed', assertionResults: [{}] }

test('counts what passed', () => {
  expect(count(0, { numTotalTests: 3, numPassedTests: 3, testResults: [loaded] })).toMatchObject({
    passed: 3,
    failed: 0,
  })
})

test('counts a skipped test as failed', () => {
  expect(count(0, { numTotalTests: 3, numPassedTests: 2, testResults: [loaded] })).toMatchObject({
    passed: 2,
    failed: 1,
  })
})

test('counts a file that cannot be loaded, by its name', () => {
  const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
  const result = count(1, { numTotalTests: 1, numPassedTests: 1, testResults: [loaded, broken] })
  expect(result).toMatchObject({ passed: 1, failed: 1 })
  expect(result.note).toContain('b.test.ts')
})

test('fails a run that ran nothing, and one that left no report', () => {
  expect(count(1, { numTotalTests: 0, numPassedTests: 0, testResults: [] }).failed).toBe(1)
  expect(count(0, null).failed).toBe(1)
})
