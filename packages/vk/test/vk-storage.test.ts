import { expect, test } from 'vitest'
import { vkHost } from '../src/index.ts'
import { fakeBridge, fakeWindow, hurried, never, Refusal } from './fake-network.ts'

/** Keeps what is written, one write at a time: a second one while the first is under way hangs, as it does in VK. */
function shelf(write?: (value: string) => unknown, kept = new Map<string, string>()) {
  let busy = false
  const network = fakeBridge({
    VKWebAppStorageGet: ({ keys }: { keys: string[] }) => ({
      keys: keys.map((key) => ({ key, value: kept.get(key) ?? '' })),
    }),
    VKWebAppStorageSet: async ({ key, value }: { key: string; value: string }) => {
      if (busy) return never
      busy = true
      await new Promise((resolve) => setTimeout(resolve, 2))
      busy = false
      const answer = write?.(value)
      if (answer !== undefined) return answer
      kept.set(key, value)
      return { result: true }
    },
  })
  const host = vkHost({ bridge: network.bridge, window: fakeWindow().window, ...hurried })
  return { storage: host.storage!, network, kept }
}

test('keeps a value, and removes it', async () => {
  const { storage } = shelf()
  expect(await storage.get('cart')).toEqual({ ok: true, value: undefined })
  expect(await storage.set('cart', 'two mugs')).toEqual({ ok: true, value: undefined })
  expect(await storage.get('cart')).toEqual({ ok: true, value: 'two mugs' })
  expect(await storage.set('cart', undefined)).toMatchObject({ ok: true })
  expect(await storage.get('cart')).toEqual({ ok: true, value: undefined })
})

test('writes one after another, and of each key only the newest', async () => {
  const { storage, network, kept } = shelf()
  const writes = ['1', '2', '3', '4'].map((value) => storage.set('a', value))
  const other = storage.set('b', 'x')
  expect(await storage.get('a')).toEqual({ ok: true, value: '4' })
  expect((await Promise.all([...writes, other])).every(({ ok }) => ok)).toBe(true)
  const values = network.sent
    .filter(({ method }) => method === 'VKWebAppStorageSet')
    .map(({ params }) => params.value)
  expect(values).toEqual(['4', 'x'])
  expect([...kept]).toEqual([
    ['a', '4'],
    ['b', 'x'],
  ])
  const during = storage.set('a', '5')
  await new Promise((resolve) => setTimeout(resolve, 1))
  const [after] = await Promise.all([storage.set('a', '6'), during])
  expect(after).toMatchObject({ ok: true })
  expect(kept.get('a')).toBe('6')
})

test('goes on after a write that failed or was never answered', async () => {
  const flood = new Refusal({
    error_type: 'api_error',
    error_data: { error_code: 9, error_msg: 'Flood control' },
  })
  const { storage, kept } = shelf((value) => ({ flood, silence: never })[value])
  const [first, second, third] = await Promise.all([
    storage.set('a', 'flood'),
    storage.set('b', 'silence'),
    storage.set('c', 'fine'),
  ])
  expect(first).toEqual({ ok: false, error: { code: 'rate-limited' } })
  expect(second).toEqual({ ok: false, error: { code: 'timeout' } })
  expect(third).toMatchObject({ ok: true })
  expect(kept.get('c')).toBe('fine')
})

/** What a page that begins now finds. */
const anew = (kept: Map<string, string>) => shelf(undefined, kept).storage

test('keeps a long value in parts, each of which VK keeps whole', async () => {
  const { storage, kept } = shelf()
  // A character of two units lies on each border.
  const value = `x${'😀'.repeat(9000)}`
  expect(await storage.set('wishes', value)).toMatchObject({ ok: true })
  expect(Math.max(...[...kept.values()].map(({ length }) => length))).toBeLessThanOrEqual(2000)
  for (const part of kept.values()) expect(() => encodeURIComponent(part)).not.toThrow()
  expect(await storage.get('wishes')).toEqual({ ok: true, value })
  expect(await anew(kept).get('wishes')).toEqual({ ok: true, value })
})

test('asks for all parts at once', async () => {
  const { storage, network } = shelf()
  await storage.set('wishes', 'x'.repeat(9000))
  const before = network.sent.length
  await storage.get('wishes')
  expect(network.sent.length - before).toBe(2)
})

test.each([0, 1, 2, 3])('has the value before when a page ends after %i of the writes', async (writes) => {
  const { storage, kept } = shelf()
  const before = 'a'.repeat(5000)
  await storage.set('wishes', before)
  let left = writes
  const cut = shelf(() => (left-- > 0 ? undefined : never), kept)
  expect(await cut.storage.set('wishes', 'b'.repeat(5000))).toMatchObject({ ok: false })
  expect(await anew(kept).get('wishes')).toEqual({ ok: true, value: before })
})

test('has nothing rather than parts of two values', async () => {
  const { storage, kept } = shelf()
  await storage.set('wishes', 'a'.repeat(5000))
  const [part = ''] = [...kept.keys()].filter((key) => key !== 'wishes')
  kept.set(part, 'b'.repeat(2000))
  expect(await anew(kept).get('wishes')).toEqual({ ok: true, value: undefined })
})

test('what is shorter leaves no part of what was there, whoever wrote it', async () => {
  const { storage, kept } = shelf()
  for (const length of [9000, 5000, 7000]) await storage.set('wishes', 'x'.repeat(length))
  const later = anew(kept)
  await later.get('wishes')
  await later.set('wishes', 'short')
  expect([...kept].filter(([, value]) => value !== '')).toEqual([['wishes', 'short']])
})

test('keeps what looks like its own mark', async () => {
  const { storage, kept } = shelf()
  await storage.set('wishes', '~a0.0.x')
  expect(await anew(kept).get('wishes')).toEqual({ ok: true, value: '~a0.0.x' })
})

test('refuses what is longer than it may, and keys that VK would misplace', async () => {
  const { storage, network } = shelf()
  for (const key of ['', 'ключ', 'a b', 'a:b', 'x'.repeat(97)]) {
    expect(await storage.set(key, '1')).toMatchObject({ error: { code: 'invalid' } })
    expect(await storage.get(key)).toMatchObject({ error: { code: 'invalid' } })
  }
  expect(await storage.set('a', 'x'.repeat(20_000))).toMatchObject({ error: { code: 'invalid' } })
  expect(network.sent).toEqual([])
})

test('is unsupported where the network has none', async () => {
  const network = fakeBridge()
  const { storage } = vkHost({ bridge: network.bridge, window: fakeWindow().window, ...hurried })
  expect(await storage?.get('a')).toEqual({ ok: false, error: { code: 'unsupported' } })
  expect(await storage?.set('a', '1')).toEqual({ ok: false, error: { code: 'unsupported' } })
})
