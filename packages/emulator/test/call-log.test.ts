import { expect, test } from 'vitest'
import { type LogEntry, logLimit, record, searchLog } from '../src/network/call-log.ts'

function entry(id: number, more: Partial<LogEntry> = {}): LogEntry {
  return { id, at: 0, direction: 'call', method: 'VKWebAppInit', params: {}, state: 'waiting', ...more }
}

test('puts an answer into the line of its call', () => {
  const log = record(record([], entry(1)), entry(2))
  expect(record(log, entry(1, { state: 'answered' })).map(({ id, state }) => [id, state])).toEqual([
    [1, 'answered'],
    [2, 'waiting'],
  ])
})

test('lets the oldest lines go', () => {
  let log: LogEntry[] = []
  for (let id = 1; id <= logLimit + 10; id += 1) log = record(log, entry(id))
  expect(log).toHaveLength(logLimit)
  expect(log[0]?.id).toBe(11)
})

test('finds lines by words of the method, the parameters and the answer', () => {
  const log = [
    entry(1, { method: 'VKWebAppStorageSet', params: { key: 'cart' } }),
    entry(2, { method: 'VKWebAppStorageGet', answer: { keys: ['cart'] }, state: 'refused' }),
  ]
  const found = (words: string) => searchLog(log, words).map(({ id }) => id)
  expect(found('')).toEqual([1, 2])
  expect(found('storage CART')).toEqual([1, 2])
  expect(found('storageset')).toEqual([1])
  expect(found('refused cart')).toEqual([2])
  expect(found('nothing')).toEqual([])
})
