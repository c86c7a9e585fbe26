import { expect, test } from 'vitest'
import { fail, type Storage } from '../src/index.ts'
import { memoryStorage } from '../src/memory.ts'
import { storageLadder } from '../src/storage-ladder.ts'

test('what is too long for a rung is not hidden by the shorter copy that was there before', async () => {
  const above = new Map<string, string>()
  const below = new Map<string, string>()
  const host = memoryStorage(above)
  const short: Storage = {
    ...host,
    set: async (key, value) =>
      (value?.length ?? 0) > 5 ? fail({ code: 'invalid', reason: 'too long' }) : host.set(key, value),
  }
  const ladder = storageLadder([short, memoryStorage(below)])
  await ladder.set('key', 'short')
  await ladder.set('key', 'long enough')
  expect(await ladder.get('key')).toEqual({ ok: true, value: 'long enough' })
  const afterReload = storageLadder([short, memoryStorage(below)])
  expect(await afterReload.get('key')).toEqual({ ok: true, value: 'long enough' })
  await afterReload.set('key', 'less')
  expect([...above.values(), ...below.values()]).toEqual(['less'])
})
