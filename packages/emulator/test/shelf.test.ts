import { expect, test } from 'vitest'
import { createShelf } from '../src/network/shelf.ts'

function shelf(userId = 1, kept = new Map<string, string>()) {
  const clock = { now: 0 }
  const area = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  return { kept, clock, shelf: createShelf({ area, appId: '7', userId, now: () => clock.now }) }
}

test('cuts a value at 4096 characters without a word', () => {
  const made = shelf()
  expect(made.shelf.set('a', 'x'.repeat(5000))).toEqual({ result: true })
  expect(made.shelf.get(['a'])).toEqual({ keys: [{ key: 'a', value: 'x'.repeat(4096) }] })
})

test('forgets a key that is set to nothing', () => {
  const made = shelf()
  made.shelf.set('a', '1')
  made.shelf.set('b', '1')
  made.shelf.set('a', '')
  made.shelf.set('b', undefined)
  expect(made.shelf.keys(10, 0)).toEqual({ keys: [] })
})

test('refuses odd keys and values', () => {
  const made = shelf()
  const refused = { error_type: 'client_error', error_data: { error_code: 5 } }
  for (const key of ['', 'a b', 'ключ', 'x'.repeat(101), 7])
    expect(made.shelf.set(key, '1')).toMatchObject(refused)
  expect(made.shelf.set('a', 7)).toMatchObject(refused)
  expect(made.shelf.get('a')).toMatchObject(refused)
  expect(made.shelf.keys('a', 0)).toMatchObject(refused)
})

test('keeps 1000 keys of a user', () => {
  const made = shelf()
  made.kept.set(
    'vitrina-emulator:storage:7:1',
    JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, '1']))),
  )
  expect(made.shelf.set('k5', '2')).toEqual({ result: true })
  expect(made.shelf.set('one-more', '1')).toMatchObject({
    error_type: 'api_error',
    error_data: { error_code: 103 },
  })
  expect(made.shelf.get(['one-more'])).toEqual({ keys: [{ key: 'one-more', value: '' }] })
})

test('answers 1000 calls an hour', () => {
  const made = shelf()
  for (let call = 0; call < 1000; call += 1) expect(made.shelf.get(['a'])).toHaveProperty('keys')
  expect(made.shelf.get(['a'])).toMatchObject({ error_type: 'api_error', error_data: { error_code: 9 } })
  made.clock.now = 3_600_000
  expect(made.shelf.get(['a'])).toHaveProperty('keys')
})

test('outlives a reload, and keeps users apart', () => {
  const made = shelf()
  made.shelf.set('a', '1')
  expect(shelf(1, made.kept).shelf.get(['a'])).toEqual({ keys: [{ key: 'a', value: '1' }] })
  expect(shelf(2, made.kept).shelf.get(['a'])).toEqual({ keys: [{ key: 'a', value: '' }] })
  made.kept.set('vitrina-emulator:storage:7:1', 'broken')
  expect(shelf(1, made.kept).shelf.keys(10, 0)).toEqual({ keys: [] })
})
