import { expect, test } from 'vitest'
import { createLater } from '../src/later.ts'

test('fetches once, however many ask', async () => {
  let asked = 0
  const later = createLater(async () => {
    asked += 1
    return { code: 1 }
  }, 'code')
  expect(later.value).toBeUndefined()
  expect(await Promise.all([later.load(), later.load()])).toEqual([{ code: 1 }, { code: 1 }])
  expect(await later.load()).toEqual({ code: 1 })
  expect(later.value).toEqual({ code: 1 })
  expect(asked).toBe(1)
})

test('tells a failure, and asks again', async () => {
  let broken = true
  const later = createLater(async () => {
    if (broken) throw new TypeError('Failed to fetch dynamically imported module')
    return { code: 1 }
  }, 'code')
  expect(await later.load()).toBeUndefined()
  expect(later.failed).toBe(true)
  broken = false
  const again = later.load()
  expect(later.failed).toBe(false)
  expect(await again).toEqual({ code: 1 })
  expect(later.failed).toBe(false)
})
