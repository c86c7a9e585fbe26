import { expect, test } from 'vitest'
import type { Storage } from '../src/index.ts'
import { memoryStorage } from '../src/memory.ts'
import { createSaved } from '../src/saved.ts'

const isText = (found: unknown): found is string => typeof found === 'string'

function counting(values = new Map<string, string>()) {
  const inner = memoryStorage(values)
  const written: (string | undefined)[] = []
  const storage: Storage = {
    get: inner.get,
    set(key, value) {
      written.push(value)
      return inner.set(key, value)
    },
  }
  return { storage, written, values }
}

test('writes the newest of many values made at once', async () => {
  const { storage, written, values } = counting()
  const saved = createSaved(storage, 'key', isText)
  await Promise.all(['one', 'two', 'three'].map((text) => saved.save(text)))
  expect(values.get('key')).toBe('"three"')
  expect(written).toEqual(['"three"'])
})

test('does not write what is stored already', async () => {
  const { storage, written } = counting(new Map([['key', '"same"']]))
  const saved = createSaved(storage, 'key', isText)
  expect(await saved.load()).toBe('same')
  await saved.save('same')
  expect(written).toEqual([])
  await saved.save('other')
  await saved.save('other')
  expect(written).toEqual(['"other"'])
})

test('writes again after a write that failed', async () => {
  const { storage, values } = counting()
  let broken = true
  const flaky: Storage = {
    ...storage,
    set: async (key, value) => (broken ? { ok: false, error: { code: 'timeout' } } : storage.set(key, value)),
  }
  const saved = createSaved(flaky, 'key', isText)
  await saved.save('kept')
  expect(values.size).toBe(0)
  broken = false
  await saved.save('kept')
  expect(values.get('key')).toBe('"kept"')
})

test('takes a value that was cut in the middle, or is of another shape, for nothing', async () => {
  for (const text of ['"half', '{"a":', '42']) {
    const { storage } = counting(new Map([['key', text]]))
    expect(await createSaved(storage, 'key', isText).load(), text).toBeUndefined()
  }
})
